package dev.tipoff.io.scrape;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.Source.Scope;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has to be asked: of each source once a slate, once a team, or once a game. */
public final class ScrapePlan {
  private static final Pattern BRACES = Pattern.compile("\\{([a-z_]+)}");

  /** Parameters that parsers want to know even where the address does not have them. */
  private static final Set<String> FOR_PARSERS =
      Set.of("date", "season", "event_id", "game_id", "home", "away", "tip_time", "team");

  /** A call goes out once and is tried again three times. */
  private static final int REQUESTS = 4;

  private static final int PAGES = 60;

  private ScrapePlan() {}

  /**
   * The calls that are known before anything is asked: those not of single games.
   *
   * @throws IllegalArgumentException if the settings lack a parameter that a source needs
   */
  public static List<PlannedCall> ofSlates(
      Collection<Source> sources, SlateRange slates, ScrapeSettings settings) {
    sources.forEach(source -> check(source, settings));
    List<PlannedCall> calls = new ArrayList<>();
    for (Source source : sources) {
      for (GameDay day : slates.days()) {
        Map<String, String> ofDay = ofDay(day, settings);
        if (source.scope() == Scope.SLATE) {
          calls.add(call(source, day, ofDay).setTip(null).build());
        } else if (source.scope() == Scope.TEAM) {
          for (TeamCode team : TeamCode.values()) {
            Map<String, String> all = new HashMap<>(ofDay);
            all.putAll(SlateParameters.of(team));
            calls.add(call(source, day, all).setTip(null).build());
          }
        }
      }
    }
    return calls;
  }

  /**
   * The calls of a source for the games of the slate that its parent's answer names; none for games
   * that are called off.
   */
  public static List<PlannedCall> ofGames(
      Catalogue catalogue, Source source, Envelope parent, ScrapeSettings settings) {
    List<PlannedCall> calls = new ArrayList<>();
    GameDay day = parent.getGameDate();
    ParsedRows parsed = ParsedRows.of(catalogue.get(parent.getSource()).parser(), parent.body());
    for (FeedGame game : parsed.rows(FeedTables.GAMES)) {
      boolean played =
          game.getStatus() != GameStatus.POSTPONED && game.getStatus() != GameStatus.CANCELED;
      if (game.getGameDate().equals(day) && played) {
        Map<String, String> all = ofDay(day, settings);
        all.putAll(SlateParameters.of(game));
        calls.add(call(source, day, all).setTip(game.getTipTime()).build());
      }
    }
    return calls;
  }

  private static Map<String, String> ofDay(GameDay day, ScrapeSettings settings) {
    Map<String, String> parameters = new HashMap<>(settings.parameters());
    parameters.putAll(SlateParameters.of(day, settings.asOf()));
    return parameters;
  }

  /** The parameter that a source needs and the settings lack. */
  public static Optional<String> missing(Source source, ScrapeSettings settings) {
    return SlateParameters.OF_SETTINGS.stream()
        .filter(name -> uses(source, name) && !settings.parameters().containsKey(name))
        .findFirst();
  }

  private static void check(Source source, ScrapeSettings settings) {
    missing(source, settings)
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "the source " + source + " cannot be asked without a setting for " + name);
            });
  }

  private static PlannedCall.Builder call(Source source, GameDay day, Map<String, String> all) {
    Map<String, String> parameters = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (FOR_PARSERS.contains(name) || uses(source, name)) {
            parameters.put(name, value);
          }
        });
    return PlannedCall.builder()
        .setSource(source.id())
        .setGameDate(day)
        .setParameters(ImmutableMap.copyOf(parameters))
        .setCredits(source.credits())
        .setValue(source.value())
        .setRequests(source.paging() == Source.Paging.NONE ? REQUESTS : REQUESTS + PAGES);
  }

  private static boolean uses(Source source, String name) {
    String braces = "{" + name + "}";
    return source.path().contains(braces)
        || source.query().values().stream().anyMatch(value -> value.contains(braces));
  }

  /**
   * A text with its braces filled.
   *
   * @throws IllegalArgumentException if a parameter is not known
   */
  static String filled(String template, Map<String, String> parameters) {
    Matcher braces = BRACES.matcher(template);
    StringBuilder text = new StringBuilder();
    while (braces.find()) {
      String value = parameters.get(braces.group(1));
      if (value == null) {
        throw new IllegalArgumentException(template + ": " + braces.group() + " is not known");
      }
      braces.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return braces.appendTail(text).toString();
  }
}
