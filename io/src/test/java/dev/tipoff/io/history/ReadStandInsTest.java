package dev.tipoff.io.history;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Iterables;
import dev.tipoff.transforms.availability.AbsenceReason;
import dev.tipoff.transforms.availability.InjuryStandIn;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Rule;
import org.junit.Test;

public class ReadStandInsTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static PlayerDnp absent(String player, String comment) {
    return PlayerDnp.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId("0033000001")
        .setGameDate(DAY)
        .setPlayerName("Ulf Marchbanks")
        .setPlayer(PlayerKey.of(player))
        .setTeam(TeamCode.MIA)
        .setOpponent(TeamCode.BOS)
        .setHome(false)
        .setComment(comment)
        .build();
  }

  @Test
  public void commentsStandInAreUnknownOrAreOfTheGameItself() {
    Result<PCollection<InjuryStandIn>, Failure> read =
        pipeline
            .apply(
                Create.of(
                    absent("1", "DND - Injury/Illness"),
                    absent("2", "DNP - Coach's Decision"),
                    absent("3", "no minutes"),
                    absent("4", ""),
                    absent("5", "NWT_TEAM_SUSPENSION"),
                    absent("6", "DND - Alien Abduction")))
            .apply(ReadStandIns.create());
    PAssert.that(read.output())
        .containsInAnyOrder(
            InjuryStandIn.of(absent("1", "DND - Injury/Illness"), AbsenceReason.INJURY_OR_ILLNESS),
            InjuryStandIn.of(absent("5", "NWT_TEAM_SUSPENSION"), AbsenceReason.SUSPENSION));
    PAssert.that(read.failures())
        .satisfies(
            failures -> {
              Failure failure = Iterables.getOnlyElement(failures);
              assertThat(failure.getCode(), is(FailureCode.UNKNOWN_COMMENT));
              assertThat(failure.getFailureKey(), is("0033000001|6"));
              assertThat(failure.getMessage(), containsString("'DND - Alien Abduction'"));
              assertThat(failure.getGameDate(), is(DAY));
              return null;
            });
    Map<String, Long> counts = new TreeMap<>();
    PipelineResult result = pipeline.run();
    result
        .metrics()
        .queryMetrics(MetricsFilter.builder().build())
        .getCounters()
        .forEach(
            counter -> {
              if (counter.getName().getName().equals("nba_raw.injury_stand_ins")) {
                counts.put(counter.getName().getNamespace(), counter.getAttempted());
              }
            });
    assertThat(counts, is(Map.of("rows-in", 3L, "rows-failed", 1L)));
  }
}
