package dev.tipoff.io.documents;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.feed.RefereeAssignment;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import org.junit.Test;

/** {@link NbaGamebook}. */
public class NbaGamebookTest {
  private static final String EVENT = "0023000511";
  private static final ImmutableMap<String, String> ASKED =
      ImmutableMap.of("event_id", EVENT, "game_id", EVENT, "home", "BOS", "away", "MIA");

  private static final FeedPlayerGame TEODOR =
      line("Teodor Łuczak", Appearance.PLAYED)
          .setStarter(true)
          .setMinutes(48.0)
          .setFieldGoalsMade(11)
          .setFieldGoalsAttempted(18)
          .setThreesMade(1)
          .setThreesAttempted(5)
          .setFreeThrowsMade(4)
          .setFreeThrowsAttempted(5)
          .setOffensiveRebounds(0)
          .setDefensiveRebounds(7)
          .setRebounds(7)
          .setAssists(11)
          .setFouls(3)
          .setSteals(3)
          .setTurnovers(2)
          .setBlocks(0)
          .setPlusMinus(8)
          .setPoints(27)
          .build();

  private static FeedPlayerGame.Builder line(String name, Appearance appearance) {
    return FeedPlayerGame.builder()
        .setSource("a_source")
        .setFiledDate(DAY)
        .setEventId(EVENT)
        .setGameId(EVENT)
        .setGameDate(DAY)
        .setPlayerId("")
        .setPlayerName(name)
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setAtHome(true)
        .setGameStatus(GameStatus.FINAL)
        .setAppearance(appearance)
        .setReceivedTime(RECEIVED);
  }

  private static ParsedRows parse(GamebookPdf book) {
    return parse(book, ASKED);
  }

  private static ParsedRows parse(GamebookPdf book, ImmutableMap<String, String> asked) {
    return ParsedRows.of(
        new NbaGamebook(), Body.of("a/body.json", "a_source", DAY, asked, RECEIVED, book.bytes()));
  }

  private static GamebookPdf visitors() {
    return new GamebookPdf()
        .page("FINAL BOX")
        .line("Friday, January 10, 2031 Harbour Garden, Boston, MA")
        .line("VISITOR: Miami Heat (20-17)")
        .header()
        .player(11, "Søren Lindqvist", "G", "39:30 1 2 1 1 0 0 0 0 0 0 0 0 0 0 -1 3")
        .totals("240:00 1 2 1 1 0 0 0 0 0 0 0 0 0 0 -1 3");
  }

  private static GamebookPdf hosts(GamebookPdf book) {
    return book.line("HOME: BOSTON CELTICS (27-10)").header();
  }

  private static GamebookPdf whole(GamebookPdf book) {
    return hosts(book).totals("240:00 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0");
  }

  private static List<String> texts(ParsedRows parsed) {
    return parsed.rows(FeedTables.PLAYER_GAMES).stream()
        .map(
            row ->
                String.join(
                    "|",
                    row.getTeam().name(),
                    row.getPlayerName(),
                    row.getAppearance().name(),
                    String.valueOf(row.getReason()),
                    String.valueOf(row.getStarter()),
                    String.valueOf(row.getPoints())))
        .toList();
  }

  @Test
  public void theLeaguesNight() {
    ParsedRows parsed =
        ParsedRows.of(
            new NbaGamebook(), fixture("league/__files/" + LeagueNightPdfs.BOSTON, ASKED));
    List<FeedPlayerGame> rows = parsed.rows(FeedTables.PLAYER_GAMES);
    assertThat(failures(parsed), is(empty()));
    assertThat(rows, hasSize(11));
    assertThat(rows, hasItem(TEODOR));
    assertThat(
        rows.get(10),
        is(
            line("Đorđević", Appearance.INACTIVE)
                .setReason("Injury/Illness - Left Ankle; Sprain")
                .setStarter(false)
                .build()));
    assertThat(
        parsed.rows(FeedTables.REFEREES).stream()
            .map(row -> row.getOfficialId() + " " + row.getOfficialName())
            .toList(),
        contains("81 Ada Brightwater", "82 Tomas Quill", "83 Noor Haddad"));
    assertThat(
        parsed.rows(FeedTables.REFEREES).get(0),
        is(
            RefereeAssignment.builder()
                .setSource("a_source")
                .setFiledDate(DAY)
                .setGameDate(DAY)
                .setEventId(EVENT)
                .setGameId(EVENT)
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.MIA)
                .setOfficialId("81")
                .setOfficialName("Ada Brightwater")
                .setRole("")
                .setReceivedTime(RECEIVED)
                .build()));
  }

  @Test
  public void theOtherGameOfTheNight() {
    ParsedRows parsed =
        ParsedRows.of(
            new NbaGamebook(),
            fixture(
                "league/__files/" + LeagueNightPdfs.LOS_ANGELES,
                ImmutableMap.of("event_id", "0023000512", "home", "LAL", "away", "DEN")));
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.rows(FeedTables.PLAYER_GAMES), hasSize(10));
    assertThat(texts(parsed), hasItem("LAL|Marcus Bellweather|PLAYED|null|true|22"));
    assertThat(parsed.rows(FeedTables.REFEREES), hasSize(3));
  }

  @Test
  public void thoseWhoDidNotPlayHaveTheirReasonsHoweverLong() {
    ParsedRows parsed =
        parse(
            hosts(visitors())
                .player(1, "Teodor Łuczak", "", "00:30 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")
                .absent(2, "Marcus Bellweather Jr.", "DNP - Coach's decision")
                .absent(3, "Ivo Đorđević", "DND - Injury/Illness - Left Ankle;\nSprain and more")
                .absent(4, "Owen Pryce", "NWT - Health and Safety Protocols")
                .totals("240:00 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")
                .line("Inactive: Heat - Prado (Injury/Illness - Left Knee (again), Sprain), de la")
                .line("Okonjo Jr. (), Weißmann, Achterberg (Injury/Illness - Right")
                .line("Calf; Strain)")
                .line(
                    "Inactive: Celtics - Harrow (G League - Two-Way) Inactive: Heat - Quill (Rest)")
                .line("Points in the Paint - Heat 46 (23/38), Celtics 52 (26/37)"));
    assertThat(failures(parsed), is(empty()));
    assertThat(
        texts(parsed),
        contains(
            "MIA|Søren Lindqvist|PLAYED|null|true|3",
            "BOS|Teodor Łuczak|PLAYED|null|false|0",
            "BOS|Marcus Bellweather Jr.|DID_NOT_PLAY|DNP - Coach's decision|false|null",
            "BOS|Ivo Đorđević|DID_NOT_PLAY|DND - Injury/Illness - Left Ankle; Sprain and"
                + " more|false|null",
            "BOS|Owen Pryce|DID_NOT_PLAY|NWT - Health and Safety Protocols|false|null",
            "MIA|Prado|INACTIVE|Injury/Illness - Left Knee (again), Sprain|false|null",
            "MIA|de la Okonjo Jr.|INACTIVE|null|false|null",
            "MIA|Weißmann|INACTIVE|null|false|null",
            "MIA|Achterberg|INACTIVE|Injury/Illness - Right Calf; Strain|false|null",
            "BOS|Harrow|INACTIVE|G League - Two-Way|false|null",
            "MIA|Quill|INACTIVE|Rest|false|null"));
    assertThat(parsed.rows(FeedTables.PLAYER_GAMES).get(0).getMinutes(), is(39.5));
    assertThat(parsed.rows(FeedTables.PLAYER_GAMES).get(1).getMinutes(), is(0.5));
  }

  @Test
  public void linesThatCannotBeReadAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed =
        parse(
            hosts(visitors())
                .player(1, "Teodor Łuczak", "G", "10:00 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")
                .player(2, "Owen Pryce", "G", "10:00 0 0 0 0 0 0 0 0 0 0 0 0 0 0 x 0")
                .player(3, "Kit Harrow", "G", "10:00 2 2 1 1 0 0 0 0 0 0 0 0 0 0 0 4")
                .line("Weather: fine")
                .player(4, "Ivo Đorđević", "C", "10:00 2 2 1 1 0 0 0 0 0 0 0 0 0 0 0 5")
                .totals("240:00 4 4 2 2 0 0 0 0 0 0 0 0 0 0 1 10")
                .line("Inactive: Nuggets - Adu (Rest)")
                .line("Inactive: Heat - Prado (Rest), (Rest)")
                .line("Inactive: nobody")
                .line("Officials: to be named"));
    assertThat(
        texts(parsed),
        contains(
            "MIA|Søren Lindqvist|PLAYED|null|true|3",
            "BOS|Ivo Đorđević|PLAYED|null|true|5",
            "MIA|Prado|INACTIVE|Rest|false|null"));
    assertThat(
        failures(parsed).stream().map(text -> text.substring(text.indexOf(": ") + 2)).toList(),
        contains(
            "15 figures in 16 columns",
            "'x' is no figure",
            "4 points, but the shots made give 5",
            "neither a line of figures nor a reason not to play",
            "'Nuggets' does not play in this game",
            "'(Rest)' is nobody like 'Last (Reason)'",
            "no list like 'Team - Last (Reason), Last (Reason)'",
            "no official like '#12 First Last'",
            "the players have 5 points, their team 10"));
  }

  @Test
  public void columnsAreKnownByTheirHeader() {
    ParsedRows parsed =
        parse(
            visitors()
                .line("HOME: BOSTON CELTICS")
                .line("POS MIN PTS FG FGA 3P 3PA FT FTA OR DR TOT A PF ST TO DF")
                .player(1, "Teodor Łuczak", "G", "10:00 5 2 4 1 3 0 2 6 7 13 8 9 10 11 12")
                .totals("240:00 5 2 4 1 3 0 2 6 7 13 8 9 10 11 12"));
    FeedPlayerGame row = parsed.rows(FeedTables.PLAYER_GAMES).get(1);
    assertThat(row.getPoints(), is(5));
    assertThat(row.getFieldGoalsAttempted(), is(4));
    assertThat(row.getTurnovers(), is(11));
    assertThat(row.getBlocks() == null, is(true));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "SCHEMA_DRIFT a_source /box/DF: the column is new",
            "SCHEMA_DRIFT a_source /box/BS: the column is gone",
            "SCHEMA_DRIFT a_source /box/+/-: the column is gone"));
  }

  @Test
  public void clippersInCapitalsAreATeam() {
    ParsedRows parsed =
        parse(
            visitors()
                .line("HOME: LA CLIPPERS (1-1)")
                .header()
                .totals("240:00 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"),
            ImmutableMap.of("event_id", "1", "home", "LAC", "away", "MIA"));
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.rows(FeedTables.PLAYER_GAMES).get(0).getOpponent(), is(TeamCode.LAC));
    assertThat(parsed.rows(FeedTables.PLAYER_GAMES).get(0).getGameId(), is(""));
  }

  @Test
  public void aBookThatIsNotOfTheGameOrNotWholeIsRefused() {
    String refused = "BAD_BODY a/body.json: ";
    assertThat(
        failures(parse(whole(visitors()), ImmutableMap.of("home", "BOS", "away", "MIA"))),
        contains(refused + "the parameter event_id is missing"));
    assertThat(
        failures(
            parse(
                whole(visitors()), ImmutableMap.of("event_id", "1", "home", "BOS", "away", "DEN"))),
        contains(refused + "the book is of MIA, but DEN@BOS was asked for"));
    assertThat(failures(parse(visitors())), contains(refused + "the book has no whole box of BOS"));
    assertThat(
        failures(parse(hosts(visitors()))), contains(refused + "the book has no whole box of BOS"));
    assertThat(
        failures(parse(new GamebookPdf().page("FIRST HALF"))),
        contains(
            refused + "not a game book: no page is called OFFICIAL SCORER'S REPORT, FINAL BOX"));
    assertThat(
        failures(parse(new GamebookPdf().page("FINAL BOX").line("Monday, January 13, 2031 X"))),
        contains(refused + "the book is of 2031-01-13, but is filed under 2031-01-10"));
    assertThat(
        failures(parse(new GamebookPdf().page("FINAL BOX").line("Monday, Juno 13, 2031 X"))),
        contains(refused + "the book's date is none: 'Juno 13, 2031'"));
    assertThat(
        failures(parse(whole(new GamebookPdf().page("FINAL BOX").line("VISITOR: Isotopes")))),
        contains(refused + "'Isotopes' is not a team"));
  }
}
