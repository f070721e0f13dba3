package dev.tipoff.io.espn;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The columns of figures in a box score, by the keys that ESPN gives them.
 *
 * @param columns a column's keys; those of {@code fieldGoalsMade-fieldGoalsAttempted} are two, and
 *     so are its figures
 */
record EspnFigures(List<List<String>> columns) {
  private static final ImmutableMap<String, BiConsumer<FeedPlayerGame.Builder, Integer>> KEYS =
      ImmutableMap.<String, BiConsumer<FeedPlayerGame.Builder, Integer>>builder()
          .put("minutes", (row, minutes) -> row.setMinutes(minutes.doubleValue()))
          .put("fieldGoalsMade", FeedPlayerGame.Builder::setFieldGoalsMade)
          .put("fieldGoalsAttempted", FeedPlayerGame.Builder::setFieldGoalsAttempted)
          .put("threePointFieldGoalsMade", FeedPlayerGame.Builder::setThreesMade)
          .put("threePointFieldGoalsAttempted", FeedPlayerGame.Builder::setThreesAttempted)
          .put("freeThrowsMade", FeedPlayerGame.Builder::setFreeThrowsMade)
          .put("freeThrowsAttempted", FeedPlayerGame.Builder::setFreeThrowsAttempted)
          .put("offensiveRebounds", FeedPlayerGame.Builder::setOffensiveRebounds)
          .put("defensiveRebounds", FeedPlayerGame.Builder::setDefensiveRebounds)
          .put("rebounds", FeedPlayerGame.Builder::setRebounds)
          .put("assists", FeedPlayerGame.Builder::setAssists)
          .put("steals", FeedPlayerGame.Builder::setSteals)
          .put("blocks", FeedPlayerGame.Builder::setBlocks)
          .put("turnovers", FeedPlayerGame.Builder::setTurnovers)
          .put("fouls", FeedPlayerGame.Builder::setFouls)
          .put("plusMinus", FeedPlayerGame.Builder::setPlusMinus)
          .put("points", FeedPlayerGame.Builder::setPoints)
          .buildOrThrow();

  private static final Splitter PARTS = Splitter.on('-');
  private static final Pattern FIGURE = Pattern.compile("[+-]?\\d{1,3}");

  /** A figure that there is not, not yet for instance. */
  private static final String NONE = "--";

  EspnFigures {
    columns = columns.stream().map(List::copyOf).toList();
  }

  /** Reads the keys of a group of players, and reports those that are new or gone. */
  static EspnFigures read(BodyNode group, ParsedRows rows) throws BadBodyException {
    List<List<String>> columns = new ArrayList<>();
    Set<String> gone = new HashSet<>(KEYS.keySet());
    for (JsonNode key : group.array("keys")) {
      List<String> parts = PARTS.splitToList(key.asText());
      columns.add(parts);
      for (String part : parts) {
        if (!gone.remove(part)) {
          rows.drift("/bxscr/keys/" + part, "the key is new");
        }
      }
    }
    gone.forEach(key -> rows.drift("/bxscr/keys/" + key, "the key is gone"));
    return new EspnFigures(columns);
  }

  /** Fills in a player's figures. */
  void set(BodyNode player, FeedPlayerGame.Builder row) throws BadBodyException {
    List<JsonNode> texts = player.array("stats");
    if (texts.size() != columns.size()) {
      throw new BadBodyException(
          "at " + player.path() + "/stats: " + texts.size() + " for " + columns.size() + " keys");
    }
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).asText();
      List<String> keys = columns.get(i);
      List<String> figures = keys.size() == 1 ? List.of(text) : PARTS.splitToList(text);
      if (text.startsWith(NONE)) {
        continue;
      }
      if (figures.size() != keys.size()
          || !figures.stream().allMatch(figure -> FIGURE.matcher(figure).matches())) {
        throw new BadBodyException(
            "at " + player.path() + "/stats/" + i + ": '" + text + "' is not " + keys);
      }
      for (int part = 0; part < keys.size(); part++) {
        BiConsumer<FeedPlayerGame.Builder, Integer> key = KEYS.get(keys.get(part));
        if (key != null) {
          key.accept(row, Integer.valueOf(figures.get(part)));
        }
      }
    }
  }
}
