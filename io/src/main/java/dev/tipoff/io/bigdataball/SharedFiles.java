package dev.tipoff.io.bigdataball;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a list of files of Google Drive v3 as games of BigDataBall: {@code
 * [2031-01-10]-0023000511-MIA@BOS.csv} is the play-by-play of one that is over, and the file's id
 * is the event's. The list has neither tip nor score. Files of other names, such as a season's
 * {@code combined-stats}, and games that do not count are ignored. No parameter of the body is
 * read.
 */
public final class SharedFiles implements BodyParser {
  private static final Pattern NAME =
      Pattern.compile(
          "\\[(\\d{4}-\\d{2}-\\d{2})\\]-(00(\\d)\\d{7})-([A-Z]{2,4})@([A-Z]{2,4})\\.csv");

  private static final Map<String, SeasonType> TYPES =
      Map.of(
          "2", SeasonType.REGULAR,
          "4", SeasonType.PLAYOFFS,
          "5", SeasonType.PLAYIN,
          "6", SeasonType.CUP_FINAL);

  private static final Set<String> LIST = Set.of("files");
  private static final Set<String> LIST_SOMETIMES =
      Set.of("kind", "incompleteSearch", "nextPageToken");
  private static final Set<String> FILE = Set.of("id", "name");
  private static final Set<String> FILE_SOMETIMES =
      Set.of("kind", "mimeType", "modifiedTime", "size");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode list = JsonBody.object(body);
    SourceError.refuse(list, "files");
    list.expect(rows, LIST, LIST_SOMETIMES);
    if (list.has("nextPageToken")) {
      throw new BadBodyException("a day with more than a thousand files: the folder is another");
    }
    rows.each(list.objects("files"), file -> file(file, body, rows));
  }

  private static void file(BodyNode file, Body body, ParsedRows rows) throws BadBodyException {
    file.expect(rows, FILE, FILE_SOMETIMES);
    Matcher name = NAME.matcher(file.text("name"));
    if (!name.matches()) {
      rows.ignore("file of another name than a game's");
      return;
    }
    SeasonType type = TYPES.get(name.group(3));
    if (type == null) {
      rows.ignore("game with an id of the kind 00" + name.group(3));
      return;
    }
    try {
      rows.add(
          FeedTables.GAMES,
          FeedGame.builder()
              .setSource(body.source())
              .setFiledDate(body.filedUnder())
              .setEventId(file.text("id"))
              .setGameId(name.group(2))
              .setGameDate(GameDay.parse(name.group(1)))
              .setSeasonType(type)
              .setHome(TeamCode.parse(name.group(5)))
              .setAway(TeamCode.parse(name.group(4)))
              .setStatus(GameStatus.FINAL)
              .setReceivedTime(body.receivedTime())
              .build());
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("at " + file.path() + "/name: " + e.getMessage());
    }
  }
}
