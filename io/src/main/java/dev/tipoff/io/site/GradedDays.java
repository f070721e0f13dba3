package dev.tipoff.io.site;

import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of the predictions of the days before, the newest day first. */
final class GradedDays {
  private static final Comparator<PropRow<GradedPrediction>> ORDER =
      Comparator.comparing((PropRow<GradedPrediction> row) -> row.first().getPlayerName())
          .thenComparing(PropRow::key);

  private GradedDays() {}

  /** The systems have the same places in all days' tables. */
  static String render(
      List<GradedPrediction> graded,
      List<SystemColumn> systems,
      List<SystemDailyPerformance> performance) {
    TreeMap<GameDay, List<GradedPrediction>> days =
        graded.stream()
            .collect(
                Collectors.groupingBy(
                    GradedPrediction::getGameDate, TreeMap::new, Collectors.toList()));
    boolean several =
        performance.stream().map(SystemDailyPerformance::getGameDate).distinct().count() > 1;
    return days.descendingMap().entrySet().stream()
        .map(
            day ->
                day(
                    day.getKey(),
                    day.getValue(),
                    systems,
                    several
                        ? performance.stream()
                            .filter(row -> row.getGameDate().equals(day.getKey()))
                            .toList()
                        : List.of()))
        .collect(Collectors.joining());
  }

  private static String day(
      GameDay day,
      List<GradedPrediction> graded,
      List<SystemColumn> systems,
      List<SystemDailyPerformance> performance) {
    List<PropRow<GradedPrediction>> rows = PropRow.ofGraded(graded).stream().sorted(ORDER).toList();
    return "<details open>\n<summary><h3>%s</h3> <span>%s</span></summary>\n%s%s</details>\n"
        .formatted(
            Words.day(day),
            record(rows),
            performance.isEmpty()
                ? ""
                : PerformanceTable.render("Systems on " + Words.day(day), performance),
            board()
                .render(
                    "Results of " + Words.day(day), systems, List.of(new Board.Group<>("", rows))));
  }

  private static String record(List<PropRow<GradedPrediction>> rows) {
    return "%s, %s, %s"
        .formatted(
            Figures.count(rows.size(), "prop", "props"),
            Figures.count(count(rows, Outcome.WIN), "win", "wins"),
            Figures.count(count(rows, Outcome.LOSS), "loss", "losses"));
  }

  private static long count(List<PropRow<GradedPrediction>> rows, Outcome outcome) {
    return rows.stream()
        .flatMap(row -> row.bySystem().values().stream())
        .filter(graded -> graded.getOutcome() == outcome)
        .count();
  }

  private static Board<GradedPrediction> board() {
    return new Board<GradedPrediction>(
            row -> Html.text(row.first().getPlayerName()),
            graded -> Pick.isBet(graded.getRecommendation()))
        .text("Prop", row -> Cell.of(Words.shortMarket(row.key().market())))
        .number("Line", GradedDays::line)
        .number("Actual", GradedDays::actual)
        .pointNumber("Mean", graded -> Cell.figure(Figures.mean(graded.getMean())))
        .pointNumber("Error", GradedDays::error)
        .systemText("Call", GradedDays::call)
        .systemText("Result", GradedDays::result)
        .systemNumber("Profit", GradedDays::profit);
  }

  private static Cell line(PropRow<GradedPrediction> row) {
    return row.bySystem().values().stream()
        .map(GradedPrediction::getLine)
        .filter(Objects::nonNull)
        .findFirst()
        .map((Line line) -> Cell.of(Figures.line(line)))
        .orElseGet(() -> Cell.absent("no line"));
  }

  private static Cell actual(PropRow<GradedPrediction> row) {
    Integer actual = row.first().getActual();
    return actual == null
        ? Cell.absent("did not play")
        : new Cell("act", Cell.figure(actual.toString()).html());
  }

  private static Cell error(GradedPrediction graded) {
    return graded.getError() == null
        ? Cell.absent()
        : Cell.figure(Figures.error(graded.getError()));
  }

  private static Cell call(GradedPrediction graded) {
    Recommendation call = graded.getRecommendation();
    return switch (call) {
      case OVER, UNDER ->
          Cell.of(
              "<b class=\"side %s\">%s</b> %s"
                  .formatted(
                      call == Recommendation.OVER ? "over" : "under",
                      Words.call(call),
                      price(graded)));
      case PASS -> new Cell("no", Words.call(call));
      case NO_BOOK, NO_LINE -> Cell.absent(Words.call(call));
    };
  }

  private static String price(GradedPrediction graded) {
    var price =
        graded.getRecommendation() == Recommendation.OVER
            ? graded.getOverOdds()
            : graded.getUnderOdds();
    return price == null ? "" : Html.figure(Figures.odds(price));
  }

  private static Cell result(GradedPrediction graded) {
    Outcome outcome = graded.getOutcome();
    return switch (outcome) {
      case WIN, LOSS, PUSH, VOID ->
          Cell.of(
              "<b class=\"r %s\">%s</b>"
                  .formatted(
                      switch (outcome) {
                        case WIN -> "win";
                        case LOSS -> "loss";
                        default -> "even";
                      },
                      Words.outcome(outcome)));
      case NO_BET -> new Cell("no", Words.outcome(outcome));
      case NO_LINE -> Cell.absent(Words.outcome(outcome));
    };
  }

  private static Cell profit(GradedPrediction graded) {
    return graded.getProfit() == null
        ? Cell.absent()
        : Cell.signed(Figures.units(graded.getProfit()));
  }
}
