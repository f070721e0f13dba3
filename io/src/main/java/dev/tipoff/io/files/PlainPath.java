package dev.tipoff.io.files;

import com.google.common.base.Splitter;
import java.util.regex.Pattern;

/**
 * Paths inside a folder that cannot lead out of it, whoever chose the names in them: names of
 * letters, digits, {@code .}, {@code _} and {@code -} with slashes between, none of which begins
 * with a dot. So there is no {@code ..}, no absolute path, no backslash, no NUL, and no pattern.
 */
public final class PlainPath {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

  /** Leaves room for what {@link WholeFile} adds while it writes: file systems end at 255. */
  private static final int LONGEST = 200;

  private static final Splitter NAMES = Splitter.on('/');

  private PlainPath() {}

  /** Whether this may be the name of a file or folder. */
  public static boolean isName(String name) {
    return name.length() <= LONGEST && NAME.matcher(name).matches();
  }

  /**
   * The place of a path inside a folder.
   *
   * @throws IllegalArgumentException if the path has a name that is not plain, or none
   */
  public static String inside(String folder, String path) {
    for (String name : NAMES.split(path)) {
      if (!isName(name)) {
        throw new IllegalArgumentException(
            String.format("'%s' in '%s' may not name a file", name, path));
      }
    }
    return folder + "/" + path;
  }
}
