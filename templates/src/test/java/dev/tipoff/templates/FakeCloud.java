package dev.tipoff.templates;

import com.google.common.collect.MoreCollectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The scripts of {@code templates/} in a folder of their own, with stand-ins for the command-line
 * tools that they call: each call is recorded, one of them can be made to fail, and schedules keep
 * the body that they were last given.
 */
final class FakeCloud {
  static final List<String> SCRIPTS = List.of("common.sh", "build", "deploy", "verify", "rollback");

  private static final String TOOL =
      """
      #!/usr/bin/env bash
      tool=${0##*/}
      world=%s
      echo "$tool $*" >>"$world/calls"
      mapfile -t calls <"$world/calls"
      read -r failing <"$world/fail-at"
      if [ "${#calls[@]}" = "$failing" ]; then
        echo "$tool: told to fail" >&2
        exit 1
      fi
      home=%s
      case "$tool $*" in
        mvn*)
          mkdir -p "$home/templates/target/image"
          printf sha256:0f1e >"$home/templates/target/image/tipoff-image.digest" ;;
        "tipoff templates "*)
          for option in "$@"; do case $option in --out=*) out=${option#--out=} ;; --templates=*) place=${option#--templates=} ;; esac; done
          mkdir -p "$out/specs" "$out/schedules" "$out/launch"
          for schedule in "$home"/templates/schedules/*/; do
            printf '%%s' "$place" >"$out/schedules/$(basename "$schedule").json"
          done
          printf '{\\n  "parameters" : {\\n    "template" : "predict-live",\\n    "warehouse" : "bigquery:p"\\n  }\\n}\\n' >"$out/launch/predict-live.json" ;;
        "tipoff digest "*duckdb*) cat "$world/golden" ;;
        "tipoff digest "*) cat "$world/found" ;;
        "gcloud storage cat "*/current) [ -s "$world/current" ] && cat "$world/current" || exit 1 ;;
        "gcloud storage cp "*/current*) cp "$3" "$world/current" ;;
        "gcloud storage cat "*/schedules/*) printf '%%s' "$3" ;;
        "gcloud storage cp --recursive "*/schedules" "*)
          case $4 in gs:*)
            [ -d "$world/revisions/$(basename "$(dirname "$4")")" ] || exit 1
            mkdir -p "$5/schedules"
            for name in $(cat "$world/revisions/$(basename "$(dirname "$4")")/names"); do
              printf '%%s' "$(dirname "$4")/specs" >"$5/schedules/$name.json"
            done ;;
          esac ;;
        "gcloud scheduler jobs update http "*)
          for option in "$@"; do case $option in --message-body-from-file=*) body=${option#*=} ;; esac; done
          cp "$body" "$world/schedules/$5" ;;
        "gcloud scheduler jobs pause "*) printf paused >"$world/schedules/$4" ;;
        "gcloud dataflow jobs list "*) cat "$world/live" 2>/dev/null || true ;;
        "gcloud dataflow flex-template run "*) echo job-1 ;;
        "gcloud dataflow jobs describe "*) cat "$world/state" ;;
      esac
      """;

  private final Path home;
  private final Path world;

  private FakeCloud(Path home, Path world) {
    this.home = home;
    this.world = world;
  }

  /** How a script ended, and all that it said. */
  record Ended(int exit, String text) {}

  /** A checkout of some schedules in a folder, of which the revision {@code old} is deployed. */
  static FakeCloud in(Path folder, Path templates, String... schedules) throws IOException {
    Path home = folder.resolve("home");
    Path world = folder.resolve("world");
    Path tools = folder.resolve("tools");
    for (Path each : List.of(home.resolve("templates"), world.resolve("schedules"), tools)) {
      Files.createDirectories(each);
    }
    for (String script : SCRIPTS) {
      Path copy = Files.copy(templates.resolve(script), home.resolve("templates").resolve(script));
      copy.toFile().setExecutable(true);
    }
    FakeCloud cloud = new FakeCloud(home, world);
    for (String schedule : schedules) {
      Files.createDirectories(home.resolve("templates/schedules").resolve(schedule));
      Files.writeString(world.resolve("schedules/tipoff-" + schedule), cloud.specs("old"));
    }
    String tool = TOOL.formatted(world, home);
    for (String name : List.of("gcloud", "mvn")) {
      Files.writeString(tools.resolve(name), tool).toFile().setExecutable(true);
    }
    Files.writeString(home.resolve("tipoff"), tool).toFile().setExecutable(true);
    Files.writeString(world.resolve("current"), "old");
    Files.writeString(world.resolve("state"), "JOB_STATE_DONE");
    Files.writeString(world.resolve("golden"), "3 rows 0f1e");
    Files.writeString(world.resolve("found"), "3 rows 0f1e");
    cloud.deployed("old", schedules);
    return cloud;
  }

  /** Where a revision's template files are. */
  String specs(String revision) {
    return "gs://p-tipoff-templates/revisions/" + revision + "/specs";
  }

  /** Makes a revision one that was deployed with some schedules. */
  void deployed(String revision, String... schedules) throws IOException {
    Path folder = Files.createDirectories(world.resolve("revisions").resolve(revision));
    Files.writeString(folder.resolve("names"), String.join("\n", schedules) + "\n");
  }

  void set(String name, String text) throws IOException {
    Files.writeString(world.resolve(name), text);
  }

  String get(String name) throws IOException {
    return Files.readString(world.resolve(name));
  }

  /** Runs a script; the call of that number fails, none if it is 0. */
  Ended run(int failing, String script, String... options)
      throws IOException, InterruptedException {
    Files.deleteIfExists(world.resolve("calls"));
    Files.writeString(world.resolve("calls"), "");
    Files.writeString(world.resolve("fail-at"), failing + "\n");
    List<String> command = new ArrayList<>(List.of(home.resolve("templates/" + script).toString()));
    command.addAll(Arrays.asList(options));
    Path output = Files.createTempFile(world, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PATH", home.resolveSibling("tools") + ":" + environment.get("PATH"));
    environment.put("POLL_SECONDS", "1");
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(output));
    }
    return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** The calls of the last run, in order. */
  List<String> calls() throws IOException {
    return Files.readAllLines(world.resolve("calls"));
  }

  /** The one call of the last run that has a text in it. */
  String callOf(String text) throws IOException {
    return calls().stream()
        .filter(call -> call.contains(text))
        .collect(MoreCollectors.onlyElement());
  }

  /** What each schedule launches. */
  Map<String, String> schedules() throws IOException {
    Map<String, String> schedules = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(world.resolve("schedules"))) {
      for (Path file : files.sorted().toList()) {
        String body = Files.readString(file);
        schedules.put(
            file.getFileName().toString(), body.replaceAll(".*/revisions/([^/]+)/.*", "$1"));
      }
    }
    return schedules;
  }

  /** The revisions that schedules launch, all of them. */
  Set<String> launched() throws IOException {
    return new TreeSet<>(schedules().values());
  }
}
