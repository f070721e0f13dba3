package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;

import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.pipelines.command.FaultyPort.Protocol;
import dev.tipoff.transforms.failure.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A body of the archive is out of reach, or its bucket, whose copy in a folder is not. */
final class ArchiveFaults {
  private static final Map<OutsideFault, String> SAID =
      Map.of(
          OutsideFault.REFUSED, "tipoff load-raw failed: .*AccessDeniedException.*",
          OutsideFault.HANG, "tipoff load-raw failed: load-raw was cancelled.*",
          OutsideFault.ERROR, "tipoff load-raw failed: .*Input/output error.*");

  private final PlayedNight night;

  ArchiveFaults(PlayedNight night) {
    this.night = night;
  }

  List<FaultCase> cases() {
    return Arrays.stream(OutsideFault.values())
        .filter(OutsideFault::isOfFilesToo)
        .map(fault -> new FaultCase("archive", "load-raw", fault, () -> result(fault)))
        .toList();
  }

  private Result result(OutsideFault fault) throws Exception {
    TestWarehouse warehouse = night.copy();
    Path archive = night.archiveCopy();
    Ended ended = faulty(fault, warehouse, archive);
    String code;
    if (fault == OutsideFault.GARBAGE) {
      code = FailureCode.BAD_BODY.name();
      ended.with(0);
      assertThat(PlayedNight.open(warehouse, FailureCode.BAD_BODY), is(1L));
    } else {
      code = FailureCode.RUN_FAILED.name();
      ended.with(1);
      assertThat(ended.reason(), matchesRegex(SAID.get(fault)));
      night.assertAsPlayed(warehouse);
    }
    loadRaw(warehouse, archive.toString()).with(0);
    night.assertAsPlayed(warehouse);
    assertThat(PlayedNight.open(warehouse, FailureCode.BAD_BODY), is(0L));
    return new Result(
        ended.exit() == 0 ? "the other bodies are loaded" : ended.reason(),
        code,
        ended.exit(),
        "0, the same tables");
  }

  private static Ended faulty(OutsideFault fault, TestWarehouse warehouse, Path archive)
      throws Exception {
    if (fault == OutsideFault.HANG) {
      try (FaultyPort bucket = FaultyPort.open(fault, Protocol.HTTP)) {
        return loadRaw(
            warehouse,
            "gs://bucket/archive",
            "--gcsEndpoint=" + bucket.address() + "/",
            "--runDeadline=3s");
      }
    }
    try (FaultyFile body = new FaultyFile(aBody(archive), fault)) {
      return loadRaw(warehouse, archive.toString());
    }
  }

  private static Path aBody(Path archive) throws IOException {
    try (Stream<Path> all = Files.walk(archive)) {
      return all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  private static Ended loadRaw(TestWarehouse warehouse, String archive, String... more) {
    return Ended.of(
        "load-raw",
        Stream.concat(
                Stream.of(
                    PlayedNight.option(warehouse),
                    "--date=" + PlayedNight.DAY,
                    "--archive=" + archive,
                    "--alerts=off"),
                Arrays.stream(more))
            .toArray(String[]::new));
  }
}
