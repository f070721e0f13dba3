package dev.tipoff.io.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.AbstractInputStreamContent;
import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfiguration;
import com.google.api.services.bigquery.model.JobConfigurationExtract;
import com.google.api.services.bigquery.model.JobConfigurationLoad;
import com.google.api.services.bigquery.model.JobConfigurationQuery;
import com.google.api.services.bigquery.model.JobConfigurationTableCopy;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.JobStatistics;
import com.google.api.services.bigquery.model.JobStatistics2;
import com.google.api.services.bigquery.model.JobStatistics4;
import com.google.api.services.bigquery.model.JobStatus;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.JobService;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Load, query, extract and copy jobs on local tables; each is done when it has been started. */
final class LocalJobs implements JobService {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalTables tables;
  private final LocalJobLog log;

  LocalJobs(LocalTables tables, LocalJobLog log) {
    this.tables = tables;
    this.log = log;
  }

  /** A job's work. */
  private interface Work {
    void run() throws IOException;
  }

  private void run(
      LocalJobLog.Kind kind,
      JobReference reference,
      @Nullable TableReference target,
      JobConfiguration configuration,
      JobStatistics statistics,
      Work work)
      throws IOException {
    JobStatus status = new JobStatus().setState("DONE");
    LocalJobLog.Fault fault = log.started(kind, target);
    if (fault == LocalJobLog.Fault.NEVER_ENDS) {
      status.setState("RUNNING");
    } else if (fault != null) {
      fail(status, fault.reason(), "injected");
    } else {
      try {
        work.run();
      } catch (IOException e) {
        fail(status, "invalid", String.valueOf(e.getMessage()));
      }
    }
    log.put(
        new Job()
            .setJobReference(reference)
            .setConfiguration(configuration)
            .setStatistics(statistics)
            .setStatus(status));
  }

  private static void fail(JobStatus status, String reason, String message) {
    ErrorProto error = new ErrorProto().setReason(reason).setMessage(message);
    status.setErrorResult(error).setErrors(Lists.newArrayList(error));
  }

  @Override
  public void startLoadJob(JobReference reference, JobConfigurationLoad load) throws IOException {
    run(
        LocalJobLog.Kind.LOAD,
        reference,
        load.getDestinationTable(),
        new JobConfiguration().setLoad(load),
        new JobStatistics(),
        () -> {
          Table table = tables.find(load.getDestinationTable());
          if (table == null) {
            if (!"CREATE_IF_NEEDED".equals(load.getCreateDisposition())) {
              table = tables.get(load.getDestinationTable());
            } else {
              table =
                  new Table()
                      .setTableReference(load.getDestinationTable())
                      .setSchema(load.getSchema());
              tables.create(table);
            }
          }
          List<Map<String, Object>> rows = new ArrayList<>();
          for (String uri : load.getSourceUris()) {
            for (String line : Files.readAllLines(Path.of(uri))) {
              rows.add(LocalCells.fromJson(table.getSchema(), JSON.readValue(line, TableRow.class)));
            }
          }
          tables.load(
              load.getDestinationTable(),
              rows,
              "WRITE_TRUNCATE".equals(load.getWriteDisposition()));
        });
  }

  @Override
  public void startLoadJob(
      JobReference reference, JobConfigurationLoad load, AbstractInputStreamContent stream) {
    throw new UnsupportedOperationException("loads come from files");
  }

  @Override
  public void startExtractJob(JobReference reference, JobConfigurationExtract extract)
      throws IOException {
    JobStatistics statistics =
        new JobStatistics()
            .setExtract(new JobStatistics4().setDestinationUriFileCounts(List.of(1L)));
    run(
        LocalJobLog.Kind.EXTRACT,
        reference,
        extract.getSourceTable(),
        new JobConfiguration().setExtract(extract),
        statistics,
        () ->
            LocalAvro.write(
                tables.get(extract.getSourceTable()).getSchema(),
                tables.rows(extract.getSourceTable()),
                Boolean.TRUE.equals(extract.getUseAvroLogicalTypes()),
                Path.of(extract.getDestinationUris().get(0).replace("*", "000000000000"))));
  }

  @Override
  public void startQueryJob(JobReference reference, JobConfigurationQuery query)
      throws IOException {
    log.query(query);
    run(
        LocalJobLog.Kind.QUERY,
        reference,
        query.getDestinationTable(),
        new JobConfiguration().setQuery(query),
        new JobStatistics().setQuery(new JobStatistics2()),
        () -> {
          GoogleSql.Result result = new GoogleSql(tables).run(query.getQuery());
          TableReference target = query.getDestinationTable();
          tables.create(new Table().setTableReference(target).setSchema(result.schema()));
          tables.load(target, result.rows(), false);
        });
  }

  @Override
  public void startCopyJob(JobReference reference, JobConfigurationTableCopy copy)
      throws IOException {
    run(
        LocalJobLog.Kind.COPY,
        reference,
        copy.getDestinationTable(),
        new JobConfiguration().setCopy(copy),
        new JobStatistics(),
        () -> {
          List<Map<String, Object>> rows = new ArrayList<>();
          for (TableReference source : copy.getSourceTables()) {
            rows.addAll(tables.rows(source));
          }
          tables.load(
              copy.getDestinationTable(),
              rows,
              "WRITE_TRUNCATE".equals(copy.getWriteDisposition()));
        });
  }

  /** As the real one, waits for as long as the job runs. */
  @Override
  public Job pollJob(JobReference reference, int attempts) throws InterruptedException {
    Job job = log.job(reference);
    if (job != null && job.getStatus().getState().equals("RUNNING")) {
      new CountDownLatch(1).await();
    }
    return job;
  }

  @Override
  public Job getJob(JobReference reference) {
    return log.job(reference);
  }

  @Override
  public JobStatistics dryRunQuery(String project, JobConfigurationQuery query, String location) {
    return new JobStatistics()
        .setQuery(
            new JobStatistics2()
                .setTotalBytesProcessed(1L)
                .setReferencedTables(GoogleSql.tables(query.getQuery())));
  }

  @Override
  public void close() {}

  /** What was started, what came of it, and what shall go wrong. */
  static final class LocalJobLog {
    /** Kinds of jobs. */
    enum Kind {
      LOAD,
      QUERY,
      EXTRACT,
      COPY
    }

    /** What can go wrong with a job, by the reason that BigQuery gives. */
    enum Fault {
      JOB_FAILURE("backendError"),
      RATE_LIMIT("rateLimitExceeded"),
      QUOTA("quotaExceeded"),
      NOT_FOUND("notFound"),
      ACCESS_DENIED("accessDenied"),
      NEVER_ENDS("");

      private final String reason;

      Fault(String reason) {
        this.reason = reason;
      }

      String reason() {
        return reason;
      }
    }

    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<JobConfigurationQuery> queries = new ArrayList<>();
    private final Map<Kind, Fault> faults = new HashMap<>();
    private final Map<Kind, Integer> faultsLeft = new HashMap<>();

    synchronized void fail(Kind kind, Fault fault, int times) {
      faults.put(kind, fault);
      faultsLeft.put(kind, times);
    }

    synchronized @Nullable Fault started(Kind kind, @Nullable TableReference target) {
      counts.merge(kind.name(), 1, Integer::sum);
      if (target != null) {
        counts.merge(kind + " " + LocalTables.name(target), 1, Integer::sum);
      }
      int left = faultsLeft.getOrDefault(kind, 0);
      if (left == 0) {
        return null;
      }
      faultsLeft.put(kind, left - 1);
      return faults.get(kind);
    }

    synchronized void put(Job job) {
      jobs.put(job.getJobReference().getJobId(), job);
    }

    synchronized void query(JobConfigurationQuery query) {
      queries.add(query);
    }

    synchronized @Nullable Job job(JobReference reference) {
      return jobs.get(reference.getJobId());
    }

    synchronized int count(Kind kind) {
      return counts.getOrDefault(kind.name(), 0);
    }

    synchronized int count(Kind kind, TableReference target) {
      return counts.getOrDefault(kind + " " + LocalTables.name(target), 0);
    }

    synchronized List<JobConfigurationQuery> queries() {
      return List.copyOf(queries);
    }
  }
}
