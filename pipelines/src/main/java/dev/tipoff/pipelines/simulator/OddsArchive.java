package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.MarketView.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where odds bodies are kept: by New York day, then game, then moment in UTC. */
final class OddsArchive {
  private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
  private static final Duration EARLIEST_BEFORE_TIP = Duration.ofHours(4);
  private static final Duration LAST_BEFORE_TIP = Duration.ofMinutes(90);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SNAP =
      DateTimeFormatter.ofPattern("HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path root;
  private final Season season;

  OddsArchive(Path root, Season season) {
    this.root = root;
    this.season = season;
  }

  List<Path> write(ScheduledGame game) throws IOException {
    Instant afternoon = game.date().atTime(AFTERNOON).atZone(SeasonSchedule.NEW_YORK).toInstant();
    Instant beforeEarlyTip = game.tip().minus(EARLIEST_BEFORE_TIP);
    Instant first = afternoon.isBefore(beforeEarlyTip) ? afternoon : beforeEarlyTip;
    List<Path> files = new ArrayList<>();
    files.add(write(game, Moment.AFTERNOON, first));
    files.add(write(game, Moment.BEFORE_TIP, game.tip().minus(LAST_BEFORE_TIP)));
    return files;
  }

  private Path write(ScheduledGame game, Moment moment, Instant snapshot) throws IOException {
    Dice dice = Dice.of(season.seed(), "fetch", game.number(), moment.ordinal());
    Instant updated = snapshot.minusSeconds(dice.below(240));
    Instant fetched = snapshot.plusSeconds(1 + dice.below(50));
    Path dir =
        root.resolve("odds-api")
            .resolve("player-props")
            .resolve(game.date().toString())
            .resolve(game.eventId() + "-" + game.away() + game.home());
    Path file = dir.resolve(STAMP.format(fetched) + "-snap-" + SNAP.format(snapshot) + ".json");
    Files.createDirectories(dir);
    return Files.write(file, OddsBody.of(new OddsBoard(season, game, moment), updated));
  }
}
