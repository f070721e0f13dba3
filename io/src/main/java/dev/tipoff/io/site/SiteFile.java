package dev.tipoff.io.site;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import dev.tipoff.io.files.PlainPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** One text file of a site. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SiteFile {
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final int HASH_SHOWN = 12;

  /** Where it lies in the site, {@code v1/status.json} for instance. */
  public abstract String getPath();

  /** The name that pages ask for, if its path changes with its content; else empty. */
  public abstract String getPageName();

  public abstract String getText();

  /** For how many seconds a reader may keep it without asking again. */
  public abstract long getFreshSeconds();

  /**
   * A file that keeps its path.
   *
   * @throws IllegalArgumentException if the path leads out of the site
   */
  public static SiteFile at(String path, String text, Duration fresh) {
    PlainPath.inside("", path);
    return create(path, "", text, fresh.toSeconds());
  }

  /**
   * What pages load under a name: its path has the hash of its content, so that it is never
   * another, and old and new lie side by side until nothing names the old one.
   *
   * @param table a JSON document
   */
  public static SiteFile forPages(String name, String table) {
    String text = "tipoff.data(\"%s\",%s);\n".formatted(name, table);
    String path =
        "data/%s.%s.js".formatted(name.replace('/', '-'), hash(text).substring(0, HASH_SHOWN));
    PlainPath.inside("", path);
    return create(path, name, text, FOR_EVER.toSeconds());
  }

  @SchemaCreate
  static SiteFile create(String path, String pageName, String text, long freshSeconds) {
    return new AutoValue_SiteFile(path, pageName, text, freshSeconds);
  }

  /** Whether the path changes with the content. */
  public final boolean isForPages() {
    return !getPageName().isEmpty();
  }

  /** The hash of the content, in hexadecimal digits. */
  final String hash() {
    return hash(getText());
  }

  /** How long the content is, in bytes. */
  final long bytes() {
    return getText().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
