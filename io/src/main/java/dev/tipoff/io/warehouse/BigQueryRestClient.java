package dev.tipoff.io.warehouse;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.DataFormatOptions;
import com.google.api.services.bigquery.model.GetQueryResultsResponse;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.QueryRequest;
import com.google.api.services.bigquery.model.QueryResponse;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import com.google.api.services.bigquery.model.TableSchema;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.common.base.MoreObjects;
import com.google.common.collect.Comparators;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.deadline.TimedCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * BigQuery's REST interface. A call that meets a limit, a server's error or a broken connection is
 * tried again with growing, jittered pauses until its deadline; any other refusal is final.
 */
final class BigQueryRestClient implements BigQueryClient {
  private static final String FIRST_PAGE = "";
  private static final int NOT_FOUND = 404;

  private final String project;
  private final String location;
  private final Duration deadline;
  private final TimedCalls calls;
  private final Bigquery api;

  private BigQueryRestClient(String project, String location, Duration deadline, Bigquery api) {
    this.project = project;
    this.location = location;
    this.deadline = deadline;
    this.calls = new TimedCalls(deadline);
    this.api = api;
  }

  /**
   * A client with the credentials and the endpoint of the options, whose limit for reading an
   * answer is the deadline of each call, with all its attempts.
   */
  static BigQueryRestClient open(String project, String location, BigQueryOptions options) {
    Duration limit = Duration.ofMillis(options.getHTTPReadTimeout());
    return open(
        project,
        location,
        limit.isZero() ? Deadline.OUTSIDE_CALL : Comparators.min(limit, Deadline.OUTSIDE_CALL),
        options);
  }

  /** Attempts end a while before their call does, so that it can say of what they ended. */
  private static Duration ofAttempts(Duration deadline) {
    return deadline.multipliedBy(3).dividedBy(4);
  }

  /** As above, with a deadline of its own for each call. */
  static BigQueryRestClient open(
      String project, String location, Duration deadline, BigQueryOptions options) {
    Credentials credentials = options.as(GcpOptions.class).getGcpCredential();
    HttpRequestInitializer signed =
        credentials == null ? request -> {} : new HttpCredentialsAdapter(credentials);
    int millis = Math.toIntExact(ofAttempts(deadline).toMillis());
    Bigquery.Builder api =
        new Bigquery.Builder(
                Transport.getTransport(),
                Transport.getJsonFactory(),
                request -> {
                  signed.initialize(request);
                  request.setConnectTimeout(millis).setReadTimeout(millis).setNumberOfRetries(0);
                })
            .setApplicationName("tipoff");
    String endpoint = options.getBigQueryEndpoint();
    if (endpoint != null) {
      api.setRootUrl(endpoint.endsWith("/") ? endpoint : endpoint + "/");
    }
    return new BigQueryRestClient(project, location, deadline, api.build());
  }

  @Override
  public List<TableRow> query(String sql) {
    // The same id for every attempt: a statement whose answer was lost is not run twice.
    String requestId = UUID.randomUUID().toString();
    QueryRequest request =
        new QueryRequest()
            .setQuery(sql)
            .setUseLegacySql(false)
            .setLocation(location)
            .setTimeoutMs(deadline.toMillis() / 2)
            .setRequestId(requestId)
            .setFormatOptions(new DataFormatOptions().setUseInt64Timestamp(true));
    QueryResponse begun = call("query", () -> api.jobs().query(project, request).execute());
    List<TableRow> rows = new ArrayList<>();
    boolean done = Boolean.TRUE.equals(begun.getJobComplete());
    if (done) {
      add(rows, begun.getSchema(), begun.getRows());
    }
    String next = done ? begun.getPageToken() : FIRST_PAGE;
    while (next != null) {
      next = page(begun.getJobReference(), next, rows);
    }
    return rows;
  }

  /** Adds a page of a query's rows and returns the token of the next, or null after the last. */
  private @Nullable String page(JobReference job, String token, List<TableRow> rows) {
    GetQueryResultsResponse page =
        call(
            "query results",
            () -> {
              Bigquery.Jobs.GetQueryResults results =
                  api.jobs()
                      .getQueryResults(project, job.getJobId())
                      .setLocation(job.getLocation())
                      .setFormatOptionsUseInt64Timestamp(true)
                      .setTimeoutMs(deadline.toMillis() / 2);
              if (!token.equals(FIRST_PAGE)) {
                results.setPageToken(token);
              }
              GetQueryResultsResponse answer = results.execute();
              if (!Boolean.TRUE.equals(answer.getJobComplete())) {
                throw new NotDoneException();
              }
              return answer;
            });
    add(rows, page.getSchema(), page.getRows());
    return page.getPageToken();
  }

  private static void add(
      List<TableRow> rows, @Nullable TableSchema schema, @Nullable List<TableRow> page) {
    if (schema == null || page == null) {
      return;
    }
    for (TableRow cells : page) {
      TableRow row = new TableRow();
      for (int i = 0; i < schema.getFields().size(); i++) {
        Object value = cells.getF().get(i).getV();
        if (value != null && !com.google.api.client.util.Data.isNull(value)) {
          row.set(schema.getFields().get(i).getName(), value);
        }
      }
      rows.add(row);
    }
  }

  @Override
  public Optional<Table> table(TableReference table) {
    return call(
        "table " + table.getTableId(),
        () -> {
          try {
            return Optional.of(
                api.tables()
                    .get(table.getProjectId(), table.getDatasetId(), table.getTableId())
                    .execute());
          } catch (GoogleJsonResponseException e) {
            if (e.getStatusCode() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public void erase(TableReference partition) {
    call(
        "erasing " + partition.getTableId(),
        () -> {
          try {
            api.tables()
                .delete(partition.getProjectId(), partition.getDatasetId(), partition.getTableId())
                .execute();
          } catch (GoogleJsonResponseException e) {
            // Gone already, by an attempt whose answer was lost.
            if (e.getStatusCode() != NOT_FOUND) {
              throw e;
            }
          }
          return true;
        });
  }

  @Override
  public void close() {
    calls.close();
  }

  private <A> A call(String what, CheckedSupplier<A> call) {
    RetryPolicy<A> policy =
        RetryPolicy.<A>builder()
            .handleIf(BigQueryRestClient::isTransient)
            .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(10))
            .withJitter(0.5)
            .withMaxRetries(-1)
            .withMaxDuration(ofAttempts(deadline))
            .build();
    try {
      return calls.call(() -> Failsafe.with(policy).get(call));
    } catch (FailsafeException e) {
      Throwable cause = MoreObjects.firstNonNull(e.getCause(), e);
      throw new WarehouseException(
          String.format("BigQuery, %s: %s", what, BigQueryRefusal.reason(cause)), cause);
    } catch (NotDoneException | TimeoutException e) {
      throw new WarehouseException(
          String.format("BigQuery, %s: not done within %d s", what, deadline.toSeconds()), e);
    } catch (IllegalArgumentException | NullPointerException e) {
      // By the client, of an answer that is empty or lacks what every answer has.
      throw new WarehouseException(
          String.format("BigQuery, %s: the answer is none of BigQuery's: %s", what, e), e);
    }
  }

  private static boolean isTransient(@Nullable Throwable error) {
    return error instanceof GoogleJsonResponseException refused
        ? BigQueryRefusal.isTransient(refused)
        : error instanceof IOException || error instanceof NotDoneException;
  }

  /** The statement is still running. */
  private static final class NotDoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
