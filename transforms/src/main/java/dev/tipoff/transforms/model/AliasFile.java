package dev.tipoff.transforms.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of other names that lie beside the class that uses them: a header, then plain CSV. */
public final class AliasFile {
  private AliasFile() {}

  /** The lines of a file beside a class. */
  public static List<String> lines(Class<?> beside, String file) {
    try {
      return Resources.readLines(Resources.getResource(beside, file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * The cells of the lines below the header.
   *
   * @throws IllegalArgumentException if the header is another or a line has other columns
   */
  public static List<List<String>> rows(List<String> lines, String header) {
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw new IllegalArgumentException("aliases must begin with '" + header + "'");
    }
    int columns = Splitter.on(',').splitToList(header).size();
    ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = Splitter.on(',').splitToList(line);
      if (row.size() != columns) {
        throw new IllegalArgumentException("'" + line + "' is not of " + header);
      }
      rows.add(row);
    }
    return rows.build();
  }
}
