package dev.tipoff.io.site;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** What became of a site. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SiteChange {
  /** How many files the site has, with its manifests. */
  public abstract long getFiles();

  /** Their length together, in bytes. */
  public abstract long getBytes();

  /** How many of them were written. */
  public abstract long getWritten();

  @SchemaCreate
  static SiteChange create(long files, long bytes, long written) {
    return new AutoValue_SiteChange(files, bytes, written);
  }
}
