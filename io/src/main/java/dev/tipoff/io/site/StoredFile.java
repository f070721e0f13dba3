package dev.tipoff.io.site;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** A file that lies in a site as the manifest says. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
abstract class StoredFile {
  abstract String getPath();

  abstract String getPageName();

  abstract String getHash();

  /** Its length in bytes. */
  abstract long getBytes();

  /** Whether it was written now. */
  abstract boolean getChanged();

  /** A file that lies there now. */
  static StoredFile of(SiteFile file, boolean changed) {
    return create(file.getPath(), file.getPageName(), file.hash(), file.bytes(), changed);
  }

  @SchemaCreate
  static StoredFile create(String path, String pageName, String hash, long bytes, boolean changed) {
    return new AutoValue_StoredFile(path, pageName, hash, bytes, changed);
  }
}
