package dev.tipoff.io.history;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The cells of one row of a file, read by column and type. Every method throws {@link
 * IllegalArgumentException} with the column and the cell if the cell is not what it should be.
 */
public final class CsvRow {
  /** What decoding puts where bytes are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private final CSVRecord cells;

  /**
   * @throws IllegalArgumentException if the row has more cells than the header
   */
  public CsvRow(CSVRecord cells) {
    int columns = cells.getParser().getHeaderNames().size();
    if (cells.size() > columns) {
      throw new IllegalArgumentException(
          String.format("%d cells under a header of %d", cells.size(), columns));
    }
    this.cells = cells;
  }

  public String text(String column) {
    String cell = optionalText(column);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException(column + " is empty");
    }
    return cell;
  }

  /** Empty where the cell is. */
  public String optionalText(String column) {
    if (!cells.isSet(column)) {
      throw new IllegalArgumentException(
          "the row ends after " + cells.size() + " cells, before " + column);
    }
    String cell = cells.get(column).strip();
    if (cell.indexOf(REPLACEMENT) >= 0) {
      throw new IllegalArgumentException(
          String.format("%s is '%s', which is not UTF-8; save the file as UTF-8", column, cell));
    }
    return cell;
  }

  public int whole(String column, int min, int max) {
    return parse(
        column,
        cell -> {
          int value = Integer.parseInt(cell);
          checkRange(value, min, max);
          return value;
        });
  }

  @Nullable Integer optionalWhole(String column, int min, int max) {
    return optionalText(column).isEmpty() ? null : (Integer) whole(column, min, max);
  }

  public double number(String column, double min, double max) {
    return parse(
        column,
        cell -> {
          double value = Double.parseDouble(cell);
          checkRange(value, min, max);
          return value;
        });
  }

  public @Nullable Double optionalNumber(String column, double min, double max) {
    return optionalText(column).isEmpty() ? null : (Double) number(column, min, max);
  }

  boolean flag(String column) {
    return whole(column, 0, 1) == 1;
  }

  @Nullable Boolean optionalFlag(String column) {
    return optionalText(column).isEmpty() ? null : (Boolean) flag(column);
  }

  public GameDay day(String column) {
    return parse(column, GameDay::parse);
  }

  public TeamCode team(String column) {
    return parse(column, TeamCode::parse);
  }

  PlayerKey player(String column) {
    return parse(column, PlayerKey::of);
  }

  @Nullable PlayerKey optionalPlayer(String column) {
    return optionalText(column).isEmpty() ? null : player(column);
  }

  Line line(String column) {
    return parse(column, cell -> Line.of(Double.parseDouble(cell)));
  }

  AmericanOdds odds(String column) {
    return parse(
        column,
        cell -> {
          double value = Double.parseDouble(cell);
          if (value != Math.rint(value) || Math.abs(value) > 1_000_000) {
            throw new IllegalArgumentException("no whole number of a sensible size");
          }
          return AmericanOdds.of((int) value);
        });
  }

  Instant instant(String column) {
    return parse(column, Instant::parse);
  }

  @Nullable Instant optionalInstant(String column) {
    return optionalText(column).isEmpty() ? null : instant(column);
  }

  private <T> T parse(String column, Function<String, T> parser) {
    String cell = text(column);
    try {
      return parser.apply(cell);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format("%s is '%s': %s", column, cell, e.getMessage()), e);
    }
  }

  private static void checkRange(double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          String.format("not between %s and %s", plain(min), plain(max)));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
