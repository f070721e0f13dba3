package dev.tipoff.io.site;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.prediction.Prediction;
import java.util.List;
import java.util.TreeSet;
import org.joda.time.Instant;

/**
 * A slate as one HTML page that needs nothing but itself. The same rows give the same bytes in
 * whatever order they come; of several predictions under one key the latest stands.
 */
public final class SlatePage {
  private SlatePage() {}

  /**
   * Renders the page.
   *
   * @param tonight the slate's predictions
   * @param graded predictions of earlier slates against what happened
   * @param performance the systems' days, as a rule those of {@code graded}
   * @throws IllegalArgumentException if a prediction of tonight is of another day
   */
  public static String render(
      GameDay slate,
      List<Prediction> tonight,
      List<GradedPrediction> graded,
      List<SystemDailyPerformance> performance) {
    SlateCounts.checkSlate(slate, tonight);
    List<PropRow<Prediction>> rows = PropRow.ofPredictions(tonight);
    return Template.named("slate.html")
        .fill(
            ImmutableMap.<String, String>builder()
                .put("style", Template.named("slate.css").text())
                .put("script", Template.named("slate.js").text())
                .put("date", Words.day(slate))
                .put("counts", counts(SlateCounts.of(rows)))
                .put("asOf", asOf(rows))
                .put("bestBets", BestBets.render(rows))
                .put("predictions", predictions(slate, rows))
                .put("graded", graded(slate, graded, performance))
                .buildOrThrow());
  }

  private static String counts(SlateCounts counts) {
    return figure(counts.games(), "game", "games")
        + figure(counts.players(), "player", "players")
        + figure(counts.lines(), "line", "lines")
        + figure(counts.bets(), "bet", "bets");
  }

  private static String figure(long count, String one, String many) {
    return "<li><b>%s</b> %s</li>".formatted(Long.toString(count), count == 1 ? one : many);
  }

  private static String asOf(List<PropRow<Prediction>> rows) {
    TreeSet<Instant> times = new TreeSet<>();
    rows.forEach(
        row -> row.bySystem().values().forEach(prediction -> times.add(prediction.getAsOf())));
    if (times.isEmpty()) {
      return "No predictions.";
    }
    String first = Words.utc(times.first());
    String last = Words.utc(times.last());
    return first.equals(last)
        ? "Predictions as of " + last + "."
        : "Predictions as of " + first + " to " + last + ".";
  }

  private static String predictions(GameDay slate, List<PropRow<Prediction>> rows) {
    if (rows.isEmpty()) {
      return empty("No predictions for " + Words.day(slate) + ".", "predict", slate);
    }
    return Filters.render(
            "predictions",
            rows.stream().map(row -> row.key().market()).toList(),
            PropRow.systems(rows))
        + PredictionBoard.render(rows);
  }

  private static String graded(
      GameDay slate, List<GradedPrediction> graded, List<SystemDailyPerformance> performance) {
    StringBuilder html = new StringBuilder();
    if (performance.isEmpty()) {
      html.append(empty("No results of any system yet.", "grade", slate.plusDays(-1)));
    } else {
      html.append(PerformanceTable.render(caption(performance), performance));
    }
    if (graded.isEmpty()) {
      html.append(empty("No graded predictions yet.", "grade", slate.plusDays(-1)));
    } else {
      List<PropRow<GradedPrediction>> rows = PropRow.ofGraded(graded);
      List<SystemColumn> systems = PropRow.systems(rows);
      html.append(
              Filters.render(
                  "results", rows.stream().map(row -> row.key().market()).toList(), systems))
          .append(GradedDays.render(graded, systems, performance));
    }
    return html.toString();
  }

  private static String caption(List<SystemDailyPerformance> performance) {
    TreeSet<GameDay> days = new TreeSet<>();
    performance.forEach(row -> days.add(row.getGameDate()));
    return days.size() == 1
        ? "Systems on " + Words.day(days.first())
        : "Systems on " + days.size() + " slates, " + days.first() + " to " + days.last();
  }

  private static String empty(String what, String command, GameDay day) {
    return "<p class=\"empty\">%s Run <code>./tipoff %s --date=%s</code>.</p>\n"
        .formatted(what, command, day);
  }
}
