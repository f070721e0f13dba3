package dev.tipoff.io.site;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** The table of all predictions of a slate, game by game in the order of the tips. */
final class PredictionBoard {
  private static final Comparator<PropRow<Prediction>> ORDER =
      Comparator.comparing((PropRow<Prediction> row) -> row.first().getTeam())
          .thenComparing(row -> row.first().getPlayerName())
          .thenComparing(PropRow::key);

  private PredictionBoard() {}

  private record Game(@Nullable Instant tip, List<PropRow<Prediction>> rows) {
    private static final Comparator<Game> BY_TIP =
        Comparator.comparing(Game::tip, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(game -> game.rows().get(0).key().gameId());

    static Game of(List<PropRow<Prediction>> rows) {
      Instant tip =
          rows.stream()
              .flatMap(row -> row.bySystem().values().stream())
              .map(Prediction::getTipTime)
              .filter(Objects::nonNull)
              .min(Comparator.<Instant>naturalOrder())
              .orElse(null);
      return new Game(tip, rows.stream().sorted(ORDER).toList());
    }

    Board.Group<Prediction> group() {
      Prediction any = rows.get(0).first();
      return new Board.Group<>(
          "<b>%s @ %s</b> %s"
              .formatted(
                  (any.getHome() ? any.getOpponent() : any.getTeam()).fullName(),
                  (any.getHome() ? any.getTeam() : any.getOpponent()).fullName(),
                  tip == null ? "tip time not stated" : Words.tip(tip)),
          rows);
    }
  }

  static String render(List<PropRow<Prediction>> rows) {
    Map<String, List<PropRow<Prediction>>> games =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.key().gameId(), LinkedHashMap::new, Collectors.toList()));
    return board()
        .render(
            "By game. Chances and edges are of the over.",
            PropRow.systems(rows),
            games.values().stream().map(Game::of).sorted(Game.BY_TIP).map(Game::group).toList());
  }

  private static Board<Prediction> board() {
    return new Board<>(PredictionBoard::heading, p -> Pick.isBet(p.getRecommendation()))
        .text("Prop", row -> Cell.of(Words.shortMarket(row.key().market())))
        .number("Line", PredictionBoard::line)
        .text("Book, over / under", PredictionBoard::offers)
        .number("Market", PredictionBoard::market)
        .pointNumber("Mean", p -> Cell.figure(Figures.mean(p.getMean())))
        .systemNumber("Ours", PredictionBoard::chance)
        .systemNumber("Edge", PredictionBoard::edge)
        .systemNumber("EV", PredictionBoard::value)
        .systemText("Call", PredictionBoard::call);
  }

  private static String heading(PropRow<Prediction> row) {
    Prediction any = row.first();
    return "%s <small>%s</small>"
        .formatted(
            Html.text(any.getPlayerName()),
            Words.matchup(any.getTeam(), any.getOpponent(), any.getHome()));
  }

  private static Cell line(PropRow<Prediction> row) {
    return values(row)
        .filter(p -> p.getLine() != null)
        .findFirst()
        .map(p -> Cell.of(Figures.line(Objects.requireNonNull(p.getLine()))))
        .orElseGet(Cell::absent);
  }

  /** Of the systems that decide, each at the book that it found best; else of any. */
  private static Cell offers(PropRow<Prediction> row) {
    boolean anyDecides =
        row.bySystem().entrySet().stream()
            .anyMatch(entry -> entry.getKey().decides() && entry.getValue().getLine() != null);
    String offers =
        row.bySystem().entrySet().stream()
            .filter(entry -> entry.getKey().decides() || !anyDecides)
            .map(Map.Entry::getValue)
            .filter(p -> !p.getBookmaker().isEmpty())
            .map(PredictionBoard::offer)
            .distinct()
            .collect(Collectors.joining("<br>"));
    if (!offers.isEmpty()) {
      return new Cell("of", offers);
    }
    boolean lined = values(row).anyMatch(p -> p.getLine() != null);
    return Cell.absent(Words.call(lined ? Recommendation.NO_BOOK : Recommendation.NO_LINE));
  }

  private static String offer(Prediction prediction) {
    return "%s <i>%s / %s</i>"
        .formatted(
            Html.text(prediction.getBookmaker()),
            price(prediction.getOverOdds()),
            price(prediction.getUnderOdds()));
  }

  private static String price(@Nullable AmericanOdds odds) {
    return odds == null ? Html.DASH : Html.figure(Figures.odds(odds));
  }

  private static Cell market(PropRow<Prediction> row) {
    return values(row)
        .map(Prediction::getMarketProbabilityOver)
        .filter(Objects::nonNull)
        .findFirst()
        .map(chance -> Cell.of(Figures.percent(chance)))
        .orElseGet(Cell::absent);
  }

  private static Cell chance(Prediction prediction) {
    Double chance = Pick.decidedOver(prediction);
    return chance == null ? Cell.absent() : Cell.of(Figures.percent(chance));
  }

  private static Cell edge(Prediction prediction) {
    Double edge = Pick.edgeOver(prediction);
    return edge == null ? Cell.absent() : Cell.signed(Figures.points(edge));
  }

  private static Cell value(Prediction prediction) {
    Double value = prediction.getExpectedValue();
    return value == null ? Cell.absent() : Cell.figure(Figures.signedPercent(value));
  }

  private static Cell call(Prediction prediction) {
    Recommendation call = prediction.getRecommendation();
    return switch (call) {
      case OVER, UNDER ->
          new Cell(
              "",
              "<b class=\"side %s\">%s</b> %s"
                  .formatted(
                      call == Recommendation.OVER ? "over" : "under",
                      Words.call(call),
                      price(
                          call == Recommendation.OVER
                              ? prediction.getOverOdds()
                              : prediction.getUnderOdds())));
      case PASS -> new Cell("no", Words.call(call));
      case NO_BOOK, NO_LINE -> Cell.absent(Words.call(call));
    };
  }

  private static Stream<Prediction> values(PropRow<Prediction> row) {
    return row.bySystem().values().stream();
  }
}
