package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.terminal.Ink;
import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.pipelines.launch.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What {@code tipoff} says to who does not know yet what to type. */
final class Overview {
  private static final String USAGE = "usage: tipoff COMMAND --option=value ...";

  private static final String WHAT =
      """
      Tipoff predicts NBA player props: how many points, rebounds and assists a player will record
      tonight, with a chance for the line that a book offers. It stores each forecast before the tip
      and grades it afterwards, on this machine, in one file.
      """;

  /** Command lines by what they show. */
  private static final ImmutableMap<String, String> EXAMPLES =
      ImmutableMap.of(
          "tonight's slate, with a key of the-odds-api.com in ODDS_API_KEY",
          "tipoff run --date=today"
              + " --sources=oddsa_player_props,oddsa_game_lines,nbac_scoreboard_v2",
          "your own history",
          "tipoff import --playerGames=player_games.csv.gz --schedule=schedule.csv.gz",
          "what is published of a slate, for a program",
          "tipoff predict --date=2025-01-10 --format=json | jq '.predictions[0]'",
          "how good it was",
          "tipoff backtest --from=2023-10-24 --to=2024-04-14",
          "what is well and what is not",
          "tipoff health");

  /**
   * The launcher knows it, and builds it when it is asked for: it is no part of what is deployed.
   */
  private static final String BENCH =
      "measures starts, look-ups, steps and growth on this machine, from a checkout";

  private static final ImmutableMap<String, ImmutableList<Command>> GROUPS =
      ImmutableMap.<String, ImmutableList<Command>>builder()
          .put("First", ImmutableList.of(Command.DEMO))
          .put(
              "A slate, from odds to grades",
              ImmutableList.of(
                  Command.RUN,
                  Command.SCRAPE,
                  Command.LOAD_RAW,
                  Command.ANALYTICS,
                  Command.PRECOMPUTE,
                  Command.PREDICT,
                  Command.PREDICT_LIVE,
                  Command.GRADE,
                  Command.PUBLISH))
          .put(
              "History and models",
              ImmutableList.of(
                  Command.IMPORT,
                  Command.TRAIN,
                  Command.BACKTEST,
                  Command.BACKFILL,
                  Command.VERIFY))
          .put("Sources", ImmutableList.of(Command.SOURCES, Command.WORKFLOW))
          .put(
              "Is all well?",
              ImmutableList.of(
                  Command.HEALTH, Command.WATCH, Command.REPORT, Command.REPLAY, Command.ALERT))
          .put(
              "Warehouse and deployment",
              ImmutableList.of(Command.SCHEMA, Command.DIGEST, Command.SECRETS, Command.TEMPLATES))
          .buildOrThrow();

  private Overview() {}

  /** What it is, where to start, some command lines and all commands. */
  static String text(Terminal terminal) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%s%n%n%s", USAGE, WHAT));
    heading("Start here, with neither data nor an account", terminal, text);
    text.append(
        String.format(
            "  %s%n  # a few minutes: a made-up night in the terminal, and a page to open%n",
            terminal.ink(Ink.CYAN, Command.DEMO.example())));
    heading("Then", terminal, text);
    EXAMPLES.forEach(
        (what, line) ->
            text.append(String.format("  # %s%n  %s%n", what, terminal.ink(Ink.CYAN, line))));
    for (Map.Entry<String, ImmutableList<Command>> group : GROUPS.entrySet()) {
      heading(group.getKey(), terminal, text);
      for (Command command : group.getValue()) {
        text.append(String.format("  %-12s %s%n", command.id(), command.summary()));
      }
    }
    heading("How fast is it?", terminal, text);
    text.append(String.format("  %-12s %s%n", "bench", BENCH));
    return text.append(
            String.format(
                "%ntipoff COMMAND --help shows a command's options and its exit codes; README.md"
                    + " and docs/ have the rest.%n"))
        .toString();
  }

  private static void heading(String text, Terminal terminal, StringBuilder into) {
    into.append(String.format("%n%s%n", terminal.ink(Ink.BOLD, text)));
  }

  /** What somebody hears who named no command. */
  static String noSuchCommand(String name) {
    List<String> ids = Arrays.stream(Command.values()).map(Command::id).toList();
    String meant =
        Nearest.likely(name, ids).map(id -> String.format("; did you mean '%s'?", id)).orElse("");
    return String.format(
        "tipoff: there is no command '%s'%s%n%s%ntipoff --help shows what there is.%n",
        name, meant, USAGE);
  }
}
