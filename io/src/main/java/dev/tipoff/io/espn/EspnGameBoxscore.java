package dev.tipoff.io.espn;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads ESPN's page of a game's box score, {@code /nba/boxscore?gameId=}, into {@link
 * FeedTables#PLAYER_GAMES}: those who played with whole minutes, and those who did not with the
 * reason. A page of another game than the parameter {@code event_id} names is refused. A game that
 * has not begun has no rows.
 */
public final class EspnGameBoxscore implements BodyParser {
  private static final Set<String> TEAM = Set.of("tm", "stats");
  private static final Set<String> GROUP = Set.of("type");
  private static final Set<String> GROUP_SOMETIMES =
      Set.of("athlts", "keys", "lbls", "pcts", "ttls", "dsclmr");

  private static final Set<String> PLAYER = Set.of("stats", "athlt");
  private static final Set<String> PLAYER_SOMETIMES = Set.of("dnpRsn", "ejctd", "actv");
  private static final Set<String> NAMED = Set.of("id", "dspNm");

  private static final Set<String> NAMED_SOMETIMES =
      Set.of("guid", "lnk", "uid", "jersey", "shrtNm", "hdsht", "pos", "posNm");

  private static final String STARTERS = "starters";
  private static final Set<String> PLAYERS = Set.of(STARTERS, "bench");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode page = EspnPage.game(body);
    BodyNode strip = page.object("gmStrp");
    String eventId = strip.id("gid");
    String asked = body.parameters().get("event_id");
    if (asked != null && !asked.equals(eventId)) {
      throw new BadBodyException("the page is of game " + eventId + ", not of " + asked);
    }
    GameStatus status = EspnGameStatus.read(strip.object("status"), "desc");
    if (status != GameStatus.LIVE && status != GameStatus.FINAL) {
      rows.ignore("game that is not played yet");
      return;
    }
    GameDay day = GameDay.ofTip(strip.requiredTime("dt"));
    List<BodyNode> teams = page.objects("bxscr");
    if (teams.size() != 2) {
      throw new BadBodyException("at /bxscr: " + teams.size() + " teams and not two");
    }
    for (int i = 0; i < teams.size(); i++) {
      BodyNode team = teams.get(i);
      team.expect(rows, TEAM, Set.of());
      TeamCode code = code(team);
      TeamCode opponent = code(teams.get(1 - i));
      Boolean atHome = team.object("tm").flagOrNone("hm");
      Supplier<FeedPlayerGame.Builder> newRow =
          () ->
              FeedPlayerGame.builder()
                  .setSource(body.source())
                  .setFiledDate(body.filedUnder())
                  .setEventId(eventId)
                  .setGameId("")
                  .setGameDate(day)
                  .setGameStatus(status)
                  .setTeam(code)
                  .setOpponent(opponent)
                  .setAtHome(atHome)
                  .setReceivedTime(body.receivedTime());
      rows.each(team.objects("stats"), group -> read(group, newRow, rows));
    }
  }

  private static TeamCode code(BodyNode team) throws BadBodyException {
    return team.object("tm").team("abbrev");
  }

  private static void read(BodyNode group, Supplier<FeedPlayerGame.Builder> newRow, ParsedRows rows)
      throws BadBodyException {
    group.expect(rows, GROUP, GROUP_SOMETIMES);
    String type = group.text("type");
    if (!PLAYERS.contains(type)) {
      return;
    }
    EspnFigures figures = EspnFigures.read(group, rows);
    rows.each(
        group.objects("athlts"),
        player -> {
          player.expect(rows, PLAYER, PLAYER_SOMETIMES);
          BodyNode named = player.object("athlt");
          named.expect(rows, NAMED, NAMED_SOMETIMES);
          FeedPlayerGame.Builder row =
              newRow
                  .get()
                  .setPlayerId(named.id("id"))
                  .setPlayerName(named.text("dspNm"))
                  .setStarter(type.equals(STARTERS));
          if (player.array("stats").isEmpty()) {
            row.setAppearance(Appearance.DID_NOT_PLAY).setReason(player.textOrNone("dnpRsn"));
          } else {
            row.setAppearance(Appearance.PLAYED);
            figures.set(player, row);
          }
          rows.add(FeedTables.PLAYER_GAMES, row.build());
        });
  }
}
