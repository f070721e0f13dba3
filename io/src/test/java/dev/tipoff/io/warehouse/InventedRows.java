package dev.tipoff.io.warehouse;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureQuality;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.prediction.InventedPrediction;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Rows of invented players in invented games: usual ones, and ones at the edge of a column. */
final class InventedRows {
  static final GameDay DAY = GameDay.parse("2031-01-10");
  static final Instant AS_OF = Instant.parse("2031-01-10T22:15:00.123Z");
  static final Instant TIP = Instant.parse("2031-01-11T00:30:00Z");

  /** What a name, an id or a message may hold: marks, quotes, scripts, emoji, breaks. */
  static final String ODD_TEXT =
      "Žďár O'Brien \"Zé\" \\n %s {from} |;-- 王小明 \uD83C\uDFC0 a\u0301\u0000\tb\r\nc";

  private InventedRows() {}

  static RunEvent runEvent() {
    return started("predict", AS_OF, AS_OF);
  }

  static RunEvent started(String pipeline, @Nullable Instant asOf, Instant now) {
    return RunEvent.started(
        RunEvent.runId(pipeline, DAY.toString(), now),
        pipeline,
        DAY,
        asOf,
        now,
        now.plus(1_000),
        "asked for",
        "0.1");
  }

  /** A run of every phase, the last of its slate. */
  private static List<RunEvent> completedRuns() {
    return Stream.of("load-raw", "analytics", "precompute", "predict", "grade", "publish")
        .map(phase -> started(phase, null, TIP))
        .map(
            run ->
                run.then(RunEvent.Event.COMPLETED, TIP)
                    .setTableRows("nba_raw.schedule=3;nba_orchestration.failures=0")
                    .setInputs("nba_raw.schedule=3 rows 00ab\noption devig=" + ODD_TEXT)
                    .setSkipKey("00ab")
                    .build())
        .toList();
  }

  static PlayerGame.Builder game() {
    return PlayerGame.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId("0033000001")
        .setGameDate(DAY)
        .setPlayerName("Zed Quillfeather")
        .setPlayer(PlayerKey.of("900001"))
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true)
        .setStarter(true)
        .setMinutes(34.2)
        .setPoints(23)
        .setRebounds(7)
        .setAssists(4)
        .setSteals(1)
        .setBlocks(0)
        .setTurnovers(2)
        .setFieldGoalsMade(9)
        .setFieldGoalsAttempted(17)
        .setThreesMade(2)
        .setThreesAttempted(6)
        .setFreeThrowsMade(3)
        .setFreeThrowsAttempted(4)
        .setPlusMinus(-11);
  }

  static PlayerDnp.Builder dnp() {
    return PlayerDnp.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.CUP_FINAL)
        .setGameId("0033000001")
        .setGameDate(DAY)
        .setPlayerName("Ulf Marchbanks")
        .setPlayer(PlayerKey.of("900002"))
        .setTeam(TeamCode.MIA)
        .setOpponent(TeamCode.BOS)
        .setHome(false)
        .setComment("DND - Injury/Illness");
  }

  static RosterListing.Builder listing() {
    return RosterListing.builder()
        .setSource("nbac_roster")
        .setFiledDate(DAY)
        .setPlayerId("900008")
        .setPlayerName("Ñandú Čížek-Øster")
        .setTeam(TeamCode.MIA)
        .setReceivedTime(AS_OF);
  }

  static ScheduledGame.Builder scheduled() {
    return ScheduledGame.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.PLAYIN)
        .setGameId("0033000001")
        .setGameDate(DAY)
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setHomePoints(101)
        .setAwayPoints(99);
  }

  static ScheduledGame scheduled(GameDay day, String gameId, int homePoints) {
    return scheduled().setGameDate(day).setGameId(gameId).setHomePoints(homePoints).build();
  }

  /** One game a day, some days before and some after, over the end of a month. */
  static List<ScheduledGame> games(int from, int to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(i -> scheduled(DAY.plusDays(i), "g" + i, 100))
        .toList();
  }

  static GameLine.Builder gameLine() {
    return GameLine.builder()
        .setGameDate(DAY)
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setSource("inventedfeed")
        .setEventId("e1")
        .setHomeSpread(-4.5)
        .setTotal(221.5)
        .setHomeMoneyline(-182.4)
        .setAwayMoneyline(151.0)
        .setCommenceTime(TIP)
        .setGameId("0033000001");
  }

  static RawPropLine.Builder rawLine() {
    return RawPropLine.builder()
        .setSource("inventedfeed")
        .setGameDate(DAY)
        .setEventId("e1")
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setBookmaker("alphabook")
        .setMarket(Market.POINTS)
        .setPlayerName("Zed Quillfeather")
        .setPlayer(PlayerKey.of("900001"))
        .setLine(Line.of(22.5))
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(105))
        .setMain(true)
        .setSnapshotTime(AS_OF)
        .setCommenceTime(TIP);
  }

  static PropLine.Builder line() {
    return PropLine.builder()
        .setSource("inventedfeed")
        .setGameDate(DAY)
        .setGameId("0033000001")
        .setTipTime(TIP)
        .setPlayer(PlayerKey.of("900001"))
        .setPlayerName("Zed Quillfeather")
        .setMarket(Market.PRA)
        .setBookmaker("alphabook")
        .setLine(Line.of(35))
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(105))
        .setMain(false)
        .setSnapshotTime(AS_OF);
  }

  static GameContext.Builder context() {
    return GameContext.builder()
        .setGameDate(DAY)
        .setGameId("0033000001")
        .setSeason("2030-31")
        .setSeasonType(SeasonType.PLAYOFFS)
        .setPlayer(PlayerKey.of("900001"))
        .setPlayerName("Zed Quillfeather")
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true);
  }

  /** Every feature at a third of its range, none where {@code sparse}. */
  static FeatureVector features(String player, boolean sparse) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (!sparse) {
        values.put(
            feature,
            feature.definition().min()
                + (feature.definition().max() - feature.definition().min()) / 3);
      }
    }
    FeatureVector vector = FeatureVector.of(DAY, "0033000001", PlayerKey.of(player), values);
    return sparse
        ? vector
        : vector.withQuality(FeatureQuality.of(96.5, 41, 40, "INCOMPLETE_HISTORY"));
  }

  static Prediction.Builder prediction() {
    return of(InventedPrediction.bet())
        .setLow50(18.6)
        .setHigh50(27.3)
        .setLow80(14.9)
        .setHigh80(31.8)
        .setLow90(12.8)
        .setHigh90(34.6)
        .setTipTime(TIP)
        .setSources("inventedfeed")
        .setConsensusMedian(22.25)
        .setMarketMean(22.3)
        .setMarketPriceAdjusted(22.4)
        .setUnderOdds(AmericanOdds.of(105))
        .setSnapshotTime(AS_OF.minus(1));
  }

  static Prediction.Builder predictionWithoutLine() {
    return of(InventedPrediction.withoutLine());
  }

  private static Prediction.Builder of(Prediction.Builder prediction) {
    return prediction
        .setGameDate(DAY)
        .setAsOf(AS_OF)
        .setAvailability("report")
        .setMean(23.25)
        .setMedian(23)
        .setSd(6.5)
        .setGames(30);
  }

  static GradedPrediction.Builder graded() {
    return gradedWithoutLine()
        .setLow50(18.6)
        .setHigh50(27.3)
        .setLow80(14.9)
        .setHigh80(31.8)
        .setLow90(12.8)
        .setHigh90(34.6)
        .setSources("inventedfeed")
        .setConsensusMedian(22.25)
        .setMarketMean(22.3)
        .setMarketPriceAdjusted(22.4)
        .setLine(Line.of(22.5))
        .setBookmaker("alphabook")
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(105))
        .setProbabilityOver(0.571)
        .setProbabilityPush(0.0)
        .setMarketProbabilityOver(0.502)
        .setRecommendation(Recommendation.UNDER)
        .setExpectedValue(0.0901)
        .setStake(0.0248)
        .setOutcome(Outcome.LOSS)
        .setActual(30)
        .setError(-6.75)
        .setWithinThree(false)
        .setWithinFive(false)
        .setPredictedMargin(0.75)
        .setActualMargin(7.5)
        .setProbabilityScore(0.184041)
        .setConfidenceDecile(2)
        .setProfit(-1.0)
        .setClosingLine(Line.of(23.5))
        .setClosingProbabilityOver(0.4875)
        .setClv(0.0375);
  }

  static GradedPrediction.Builder gradedWithoutLine() {
    return GradedPrediction.builder()
        .setGameDate(DAY)
        .setGameId("0033000001")
        .setSeason("2030-31")
        .setSystemId("moving_average")
        .setKind(SystemKind.BLIND)
        .setPlayer(PlayerKey.of("900001"))
        .setPlayerName("Zed Quillfeather")
        .setMarket(Market.ASSISTS)
        .setAsOf(AS_OF)
        .setAvailability("report")
        .setMean(23.25)
        .setMedian(23)
        .setSd(6.5)
        .setSources("")
        .setBookmaker("")
        .setRecommendation(Recommendation.NO_LINE)
        .setOutcome(Outcome.NO_LINE)
        .setEvaluated(false);
  }

  static SystemDailyPerformance.Builder performance() {
    return SystemDailyPerformance.builder()
        .setGameDate(DAY)
        .setSystemId("moving_average")
        .setKind(SystemKind.MARKET_AWARE)
        .setMarket(Market.REBOUNDS)
        .setPredictions(120)
        .setGraded(110)
        .setVoids(10)
        .setBets(20)
        .setWins(11)
        .setLosses(8)
        .setPushes(1)
        .setMeanAbsoluteError(2.125)
        .setBias(-0.25)
        .setProfit(1.5);
  }

  static Failure failure(String key, String message) {
    return Failure.of("ReadCsv", FailureCode.BAD_ROW, key, message, "a,b,c", DAY).in("load-raw");
  }

  /** Of each table's row class, by its name: a usual row and others at the columns' edges. */
  static List<?> of(Class<?> rowClass) {
    return switch (rowClass.getSimpleName()) {
      case "PlayerGame" ->
          List.of(
              game().build(),
              game()
                  .setPlayer(PlayerKey.of(ODD_TEXT))
                  .setPlayerName(ODD_TEXT)
                  .setStarter(null)
                  .setHome(false)
                  .setMinutes(Double.MIN_VALUE)
                  .setPoints(Integer.MAX_VALUE)
                  .setPlusMinus(Integer.MIN_VALUE)
                  .build(),
              game()
                  .setPlayer(PlayerKey.of("900003"))
                  .setStarter(false)
                  .setMinutes(0)
                  .setPlusMinus(null)
                  .build());
      case "PlayerDnp" ->
          List.of(
              dnp().build(),
              dnp()
                  .setPlayer(PlayerKey.of("900003"))
                  .setPlayerName(ODD_TEXT)
                  .setComment("")
                  .build());
      case "RosterListing" ->
          ImmutableList.builder()
              .addAll(FilledRows.of(rowClass))
              .add(listing().build())
              .add(listing().setSource("nbac_player_list").setActive(true).build())
              .add(listing().setPlayerId("900009").setActive(false).build())
              .add(listing().setPlayerId("900010").setTeam(null).build())
              .build();
      case "ScheduledGame" ->
          List.of(
              scheduled().build(),
              scheduled().setGameId("2").setHomePoints(null).setAwayPoints(null).build(),
              scheduled().setGameId("3").setHomePoints(0).setAwayPoints(Integer.MAX_VALUE).build());
      case "GameLine" ->
          List.of(
              gameLine().build(),
              GameLine.builder()
                  .setGameDate(DAY)
                  .setHome(TeamCode.UTA)
                  .setAway(TeamCode.WAS)
                  .setSource("inventedfeed")
                  .setEventId("")
                  .setGameId("")
                  .build(),
              gameLine()
                  .setEventId(ODD_TEXT)
                  .setHomeSpread(-Double.MAX_VALUE)
                  .setTotal(Double.MIN_NORMAL)
                  .setHomeMoneyline(0.1 + 0.2)
                  .setAwayMoneyline(Math.nextUp(1.0))
                  .setCommenceTime(Instant.parse("1969-12-31T23:59:59.999Z"))
                  .build());
      case "RawPropLine" ->
          List.of(
              rawLine().build(),
              rawLine()
                  .setEventId("e2")
                  .setPlayer(null)
                  .setMain(null)
                  .setCommenceTime(null)
                  .build(),
              rawLine()
                  .setPlayerName(ODD_TEXT)
                  .setMain(false)
                  .setLine(Line.of(199.5))
                  .setOverOdds(AmericanOdds.of(Integer.MAX_VALUE))
                  .setSnapshotTime(Instant.parse("1931-02-03T04:05:06.007Z"))
                  .setCommenceTime(Instant.parse("2231-02-03T04:05:06.789Z"))
                  .build(),
              // The same but for a millisecond, which is part of the key.
              rawLine().setSnapshotTime(AS_OF.plus(1)).build());
      case "PropLine" ->
          List.of(
              line().build(),
              line()
                  .setPlayerName(ODD_TEXT)
                  .setBookmaker("betabook")
                  .setMain(null)
                  .setSnapshotTime(AS_OF.minus(999))
                  .build());
      case "GameContext" ->
          List.of(
              context().build(),
              context()
                  .setPlayer(PlayerKey.of("900002"))
                  .setDaysRest(2)
                  .setBackToBack(false)
                  .setGamesLast7Days(3)
                  .setGamesLast14Days(6)
                  .setMinutesLast7Days(101.5)
                  .setMinutesLast14Days(199.25)
                  .setInjuryStatus(InjuryStatus.QUESTIONABLE)
                  .setInjuryReason(ODD_TEXT)
                  .setReportTime(AS_OF)
                  .setReportSource("nbac_injury_report")
                  .setTeammatesOut(2)
                  .setLineBook("betabook")
                  .setOpeningLine(21.5)
                  .setCurrentLine(22.5)
                  .setLineTime(AS_OF)
                  .setSpread(-4.5)
                  .setTotal(228.5)
                  .setTravelMiles(1258.25)
                  .setTimeZonesCrossed(-1)
                  .build(),
              context()
                  .setPlayer(PlayerKey.of("900003"))
                  .setPlayerName(ODD_TEXT)
                  .setHome(false)
                  .build());
      case "FeatureVector" -> List.of(features("900001", false), features("900002", true));
      case "Prediction" ->
          List.of(
              prediction().build(),
              predictionWithoutLine().setSystemId("no_line").build(),
              prediction()
                  .setSystemId("edges")
                  .setPlayerName(ODD_TEXT)
                  .setMean(Double.MAX_VALUE)
                  .setMedian(-0.0)
                  .setSd(Double.MIN_VALUE)
                  .setBooks(0)
                  .setGames(Integer.MAX_VALUE)
                  .setHome(false)
                  .setEvaluated(false)
                  .build());
      case "GradedPrediction" ->
          List.of(
              graded().build(),
              gradedWithoutLine().setSystemId("no_line").build(),
              graded()
                  .setSystemId("edges")
                  .setPlayerName(ODD_TEXT)
                  .setActual(0)
                  .setError(1.0 / 3)
                  .setEvaluated(true)
                  .build());
      case "SystemDailyPerformance" ->
          List.of(
              performance().build(),
              performance()
                  .setSystemId(ODD_TEXT)
                  .setPredictions(Long.MAX_VALUE)
                  .setGraded(Long.MIN_VALUE)
                  .setVoids((1L << 53) + 1)
                  .setMeanAbsoluteError(null)
                  .setBias(null)
                  .setProfit(null)
                  .build());
      case "FailureEvent" -> {
        String met = failure("lines.csv:3", "line is '0'").getFailureId();
        yield List.of(
            FailureEvent.of(met, runEvent().getRunId(), FailureEvent.Event.MET, AS_OF),
            FailureEvent.of(met, ODD_TEXT, FailureEvent.Event.RESOLVED, TIP));
      }
      case "Failure" ->
          List.of(
              failure("lines.csv:3", "line is '0'"),
              Failure.of("ReadCsv", FailureCode.BAD_FILE, ODD_TEXT, ODD_TEXT, "", null),
              Failure.of(
                  "Parse", FailureCode.BAD_BODY, "b", "too long", "\u0142".repeat(3_000), DAY));
      case "RunEvent" -> {
        List<RunEvent> events = new ArrayList<>(completedRuns());
        events.add(runEvent());
        events.add(
            RunEvent.started("i1", "import", null, null, TIP, TIP, ODD_TEXT, "0.1")
                .then(RunEvent.Event.MEASURED, TIP)
                .setReason(ODD_TEXT)
                .setRowsRead(0L)
                .setRowsWritten(Long.MAX_VALUE)
                .setDataReads(5L)
                .build());
        yield events;
      }
      default -> FilledRows.of(rowClass);
    };
  }
}
