package dev.tipoff.io.site;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.export.ExportKind;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** A row on its way into a file. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ExportRow implements Serializable {
  private static final String NONE = "";

  /** Name of the kind of export. */
  abstract String getKind();

  /** Name of the file, {@code predictions/today} for instance. */
  abstract String getFile();

  /** What the file is of, or up to. */
  abstract GameDay getDay();

  /** Whether pages load the file too. */
  abstract boolean getForPages();

  /** The row as an object in JSON; empty for a row that only makes its file be there. */
  abstract String getJson();

  @SchemaCreate
  static ExportRow create(String kind, String file, GameDay day, boolean forPages, String json) {
    return new AutoValue_ExportRow(kind, file, day, forPages, json);
  }

  /**
   * A file without a row.
   *
   * @param file such as {@code predictions/today}
   * @param day what the file is of, or up to
   */
  public static ExportRow file(ExportKind<?> kind, String file, GameDay day) {
    return create(kind.name(), file, day, false, NONE);
  }

  /** As {@link #file}, and pages load it too. */
  public static ExportRow forPages(ExportKind<?> kind, String file, GameDay day) {
    return create(kind.name(), file, day, true, NONE);
  }

  final ExportRow with(String json) {
    return create(getKind(), getFile(), getDay(), getForPages(), json);
  }

  final boolean isRow() {
    return !getJson().isEmpty();
  }
}
