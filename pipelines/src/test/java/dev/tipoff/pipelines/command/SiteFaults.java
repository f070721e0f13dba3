package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;

import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import dev.tipoff.io.warehouse.FakeStorage;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.pipelines.command.FaultyPort.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The site lies in a bucket that is out of order, or its manifest is out of reach in a folder. */
final class SiteFaults {
  static final String FOLDER = "site folder";

  private static final String BUCKET = "gs://bucket/site";
  private static final String CANCELLED = "publish was cancelled.*";

  private static final Map<OutsideFault, String> SAID_OF_FILE =
      Map.of(
          OutsideFault.REFUSED, cannotRead(".*AccessDeniedException: .*"),
          OutsideFault.HANG, CANCELLED,
          OutsideFault.ERROR, cannotRead("Input/output error"));

  private static final Map<OutsideFault, String> SAID_OF_BUCKET =
      Map.of(
          OutsideFault.REFUSED,
          cannotRead("status 0"),
          OutsideFault.HANG,
          CANCELLED,
          OutsideFault.TRICKLE,
          CANCELLED,
          OutsideFault.ERROR,
          cannotRead("status 503"),
          OutsideFault.GARBAGE,
          cannotRead("status 0"),
          OutsideFault.PAGE,
          "cannot list the files of the site in gs://bucket/site: .*");

  private final PlayedNight night;

  SiteFaults(PlayedNight night) {
    this.night = night;
  }

  private static String cannotRead(String why) {
    return "cannot read v1/manifest.json of the site in .*: " + why;
  }

  List<FaultCase> cases() {
    return Stream.concat(
            Arrays.stream(OutsideFault.values())
                .map(fault -> new FaultCase("BucketStore", "publish", fault, () -> bucket(fault))),
            Arrays.stream(OutsideFault.values())
                .filter(OutsideFault::isOfFilesToo)
                .map(fault -> new FaultCase(FOLDER, "publish", fault, () -> folder(fault))))
        .toList();
  }

  private Result bucket(OutsideFault fault) throws Exception {
    TestWarehouse warehouse = night.copy();
    Ended ended;
    try (FaultyPort port = FaultyPort.open(fault, Protocol.HTTP)) {
      ended = publish(warehouse, BUCKET, "--gcsEndpoint=" + port.address(), "--runDeadline=10s");
    }
    ended.with(1);
    assertThat(ended.reason(), matchesRegex("tipoff publish failed: " + SAID_OF_BUCKET.get(fault)));
    try (FakeStorage storage = new FakeStorage()) {
      publish(warehouse, BUCKET, "--gcsEndpoint=" + storage.address()).with(0);
      assertThat(storage.objects(), is(aMapWithSize(greaterThan(50))));
    }
    assertThat(
        "the ledger and the alerts have the same words",
        warehouse.column(
            "SELECT reason FROM nba_orchestration.pipeline_runs WHERE event = 'FAILED'"),
        contains(endsWith(ended.reason().replace("tipoff publish failed: ", ""))));
    night.assertAsPlayed(warehouse);
    return new Result(ended.reason(), "RUN_FAILED", ended.exit(), "0, the whole site");
  }

  private Result folder(OutsideFault fault) throws Exception {
    TestWarehouse warehouse = night.copy();
    Path site = night.site();
    Map<String, String> before = files(site);
    Ended ended;
    try (FaultyFile manifest = new FaultyFile(site.resolve("v1/manifest.json"), fault)) {
      ended =
          fault == OutsideFault.HANG
              ? publish(warehouse, site.toString(), "--runDeadline=5s")
              : publish(warehouse, site.toString());
    }
    String said = "every file is written again";
    if (fault != OutsideFault.GARBAGE) {
      ended.with(1);
      said = ended.reason();
      assertThat(said, matchesRegex("tipoff publish failed: " + SAID_OF_FILE.get(fault)));
    }
    assertThat("left", Maps.difference(files(site), before).toString(), is("equal"));
    publish(warehouse, site.toString()).with(0);
    assertThat("healed", Maps.difference(files(site), before).toString(), is("equal"));
    night.assertAsPlayed(warehouse);
    return new Result(
        said, ended.exit() == 0 ? "" : "RUN_FAILED", ended.exit(), "0, the same files");
  }

  /** The hashes of what is there, but for what is said of the runs, of which this is one. */
  private static Map<String, String> files(Path site) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String path = site.relativize(each).toString();
        if (!path.matches("manifest.js|v1/manifest.json|.*(operations|status).*")) {
          files.put(path, MoreFiles.asByteSource(each).hash(Hashing.sha256()).toString());
        }
      }
    }
    return files;
  }

  private static Ended publish(TestWarehouse warehouse, String site, String... more) {
    return Ended.of(
        "publish",
        Stream.concat(
                Stream.of(
                    PlayedNight.option(warehouse),
                    "--date=" + PlayedNight.DAY,
                    "--site=" + site,
                    "--alerts=off"),
                Arrays.stream(more))
            .toArray(String[]::new));
  }
}
