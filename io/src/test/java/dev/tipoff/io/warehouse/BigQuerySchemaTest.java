package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.api.services.bigquery.model.Clustering;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import dev.tipoff.transforms.catalogue.Tables;
import java.io.IOException;
import java.util.List;
import org.junit.Test;

/** The tables of a project: made from nothing, looked for, and compared with what is declared. */
public class BigQuerySchemaTest {
  private final LocalBigQuery bigQuery = LocalBigQuery.empty();
  private final WarehouseAdmin admin = bigQuery.warehouse(InventedRows.AS_OF).admin();

  private Table stored() throws IOException {
    return bigQuery.tables().get(bigQuery.names().reference(Tables.SCHEDULE));
  }

  private String name() {
    return bigQuery.names().table(Tables.SCHEDULE.name());
  }

  @Test
  public void aNewProjectLacksEveryTableAndTheViewAndIsMadeWhole() {
    assertThat(admin.drift(), hasSize(Tables.all().size() + 1));
    admin.createTables();
    assertThat(admin.drift(), is(empty()));
    admin.createTables();
  }

  @Test
  public void driftIsToldColumnByColumn() throws IOException {
    admin.createTables();
    List<TableFieldSchema> fields = stored().getSchema().getFields();
    TableFieldSchema away = fields.remove(0);
    assertThat(away.getName(), is("away"));
    fields.get(0).setType("STRING").setMode("REQUIRED");
    fields.add(new TableFieldSchema().setName("arena").setType("STRING").setMode("NULLABLE"));
    assertThat(
        admin.drift(),
        contains(
            name() + ".away is missing, STRING NOT NULL",
            name() + ".away_points is STRING NOT NULL instead of INT64",
            name() + ".arena is surplus, STRING"));
  }

  @Test
  public void makingTablesDoesNotMendDriftAndSaysSo() throws IOException {
    admin.createTables();
    stored().getSchema().getFields().remove(0);
    Exception differs = assertThrows(IllegalStateException.class, admin::createTables);
    assertThat(
        differs.getMessage(),
        containsString(name() + ".away is missing, STRING NOT NULL; a table that is there is not"));
  }

  @Test
  public void otherPartitionsClustersAndKeysAreDrift() throws IOException {
    admin.createTables();
    stored()
        .setTimePartitioning(null)
        .setClustering(new Clustering().setFields(List.of("home")))
        .setTableConstraints(null);
    assertThat(
        admin.drift(),
        contains(
            name() + " is partitioned by  instead of game_date",
            name() + " is clustered by [home] instead of []",
            name() + " has the primary key [] instead of [game_id]"));
  }

  @Test
  public void aViewThatIsGoneIsDrift() {
    admin.createTables();
    bigQuery.tables().drop(bigQuery.names().view());
    assertThat(
        admin.drift(),
        hasItem(bigQuery.names().table(Queries.CURRENT_PREDICTIONS) + " is missing"));
  }
}
