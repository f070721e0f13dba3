package dev.tipoff.io.documents;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The columns of figures in a box, by the header above them.
 *
 * @param labels of the columns after the minutes, in their order
 */
record GamebookFigures(List<String> labels) {
  static final String POINTS = "PTS";

  private static final String MINUTES = "MIN";

  private static final ImmutableMap<String, BiConsumer<FeedPlayerGame.Builder, Integer>> COLUMNS =
      ImmutableMap.<String, BiConsumer<FeedPlayerGame.Builder, Integer>>builder()
          .put("FG", FeedPlayerGame.Builder::setFieldGoalsMade)
          .put("FGA", FeedPlayerGame.Builder::setFieldGoalsAttempted)
          .put("3P", FeedPlayerGame.Builder::setThreesMade)
          .put("3PA", FeedPlayerGame.Builder::setThreesAttempted)
          .put("FT", FeedPlayerGame.Builder::setFreeThrowsMade)
          .put("FTA", FeedPlayerGame.Builder::setFreeThrowsAttempted)
          .put("OR", FeedPlayerGame.Builder::setOffensiveRebounds)
          .put("DR", FeedPlayerGame.Builder::setDefensiveRebounds)
          .put("TOT", FeedPlayerGame.Builder::setRebounds)
          .put("A", FeedPlayerGame.Builder::setAssists)
          .put("PF", FeedPlayerGame.Builder::setFouls)
          .put("ST", FeedPlayerGame.Builder::setSteals)
          .put("TO", FeedPlayerGame.Builder::setTurnovers)
          .put("BS", FeedPlayerGame.Builder::setBlocks)
          .put("+/-", FeedPlayerGame.Builder::setPlusMinus)
          .put(POINTS, FeedPlayerGame.Builder::setPoints)
          .buildOrThrow();

  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
  private static final Pattern FIGURE = Pattern.compile("[+-]?\\d{1,3}");

  GamebookFigures {
    labels = List.copyOf(labels);
  }

  static boolean isHeader(String line) {
    List<String> words = WORDS.splitToList(line);
    return words.contains(MINUTES) && words.contains(POINTS);
  }

  /** Reads a header, and reports columns that are new or gone. */
  static GamebookFigures header(String line, ParsedRows rows) {
    List<String> words = WORDS.splitToList(line);
    List<String> labels = words.subList(words.indexOf(MINUTES) + 1, words.size());
    Set<String> found = Set.copyOf(labels);
    Sets.difference(found, COLUMNS.keySet())
        .forEach(label -> rows.drift("/box/" + label, "the column is new"));
    Sets.difference(COLUMNS.keySet(), found)
        .forEach(label -> rows.drift("/box/" + label, "the column is gone"));
    return new GamebookFigures(labels);
  }

  /**
   * The figures of a line by their labels.
   *
   * @throws BadBodyException if there are more or fewer than columns, or one is no number
   */
  Map<String, Integer> read(String line) throws BadBodyException {
    List<String> words = WORDS.splitToList(line);
    if (words.size() != labels.size()) {
      throw new BadBodyException(words.size() + " figures in " + labels.size() + " columns");
    }
    Map<String, Integer> figures = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (!FIGURE.matcher(words.get(i)).matches()) {
        throw new BadBodyException("'" + words.get(i) + "' is no figure");
      }
      figures.put(labels.get(i), Integer.valueOf(words.get(i)));
    }
    return figures;
  }

  /** Fills in a player's figures. */
  static void set(Map<String, Integer> figures, FeedPlayerGame.Builder row)
      throws BadBodyException {
    int shot =
        2 * figures.getOrDefault("FG", 0)
            + figures.getOrDefault("3P", 0)
            + figures.getOrDefault("FT", 0);
    if (figures.keySet().containsAll(Set.of("FG", "3P", "FT", POINTS))
        && shot != figures.getOrDefault(POINTS, 0)) {
      throw new BadBodyException(figures.get(POINTS) + " points, but the shots made give " + shot);
    }
    COLUMNS.forEach(
        (label, column) -> {
          Integer figure = figures.get(label);
          if (figure != null) {
            column.accept(row, figure);
          }
        });
  }
}
