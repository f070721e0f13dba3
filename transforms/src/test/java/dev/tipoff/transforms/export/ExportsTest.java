package dev.tipoff.transforms.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** The schemas in {@code docs/schemas}; {@code -Dtipoff.docs=write} writes them. */
public class ExportsTest {
  private static final Path SCHEMAS = Path.of(System.getProperty("tipoff.root"), "docs/schemas");

  private static Path file(ExportKind<?> kind) {
    return SCHEMAS.resolve(kind.name() + ".schema.json");
  }

  @Test
  public void theSchemaOfEveryKindIsInTheRepository() throws IOException {
    for (ExportKind<?> kind : Exports.all()) {
      String schema = kind.schema().toPrettyString() + "\n";
      if (System.getProperty("tipoff.docs", "").equals("write")) {
        Files.createDirectories(SCHEMAS);
        Files.writeString(file(kind), schema);
      }
      assertThat(kind.name(), Files.readString(file(kind)), is(schema));
    }
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      assertThat(
          files.toList(),
          containsInAnyOrder(Exports.all().stream().map(ExportsTest::file).toArray()));
    }
  }

  @Test
  public void everyColumnSaysWhatItIs() {
    for (ExportKind<?> kind : Exports.all()) {
      assertThat(kind.name(), kind.description(), is(not("")));
      List<String> silent =
          RowShape.of(kind.rowClass()).columns().stream()
              .filter(column -> column.description().isEmpty())
              .map(Column::name)
              .toList();
      assertThat(kind.name(), silent, is(empty()));
    }
  }

  @Test
  public void aKindIsFoundByItsName() {
    for (ExportKind<?> kind : Exports.all()) {
      assertThat(Exports.named(kind.name()), is(kind));
    }
    assertThrows(IllegalArgumentException.class, () -> Exports.named("no-such-kind"));
  }
}
