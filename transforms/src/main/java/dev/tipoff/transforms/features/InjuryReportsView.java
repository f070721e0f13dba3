package dev.tipoff.transforms.features;

import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.grouping.CombinedView;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;

/** What reports say of teams and players, gathered to one {@link InjuryReports} as a side input. */
public final class InjuryReportsView
    extends PTransform<PCollection<TeamReport>, PCollectionView<InjuryReports>> {
  private static final long serialVersionUID = 1L;

  private final transient PCollection<PlayerAvailability> players;

  private InjuryReportsView(PCollection<PlayerAvailability> players) {
    this.players = players;
  }

  /**
   * @param players whom the reports of the teams list
   */
  public static InjuryReportsView of(PCollection<PlayerAvailability> players) {
    return new InjuryReportsView(players);
  }

  @Override
  public PCollectionView<InjuryReports> expand(PCollection<TeamReport> reports) {
    return PCollectionList.of(
            reports.apply(
                "Teams",
                MapElements.into(TypeDescriptor.of(InjuryReports.class))
                    .via(
                        report -> {
                          InjuryReports one = new InjuryReports();
                          one.cover(report);
                          return one;
                        })))
        .and(
            players.apply(
                "Players",
                MapElements.into(TypeDescriptor.of(InjuryReports.class))
                    .via(
                        player -> {
                          InjuryReports one = new InjuryReports();
                          one.list(player);
                          return one;
                        })))
        .apply("Statements", Flatten.pCollections())
        .apply("Gather", CombinedView.of(new GatherFn()));
  }

  private static final class GatherFn
      extends Combine.CombineFn<InjuryReports, InjuryReports, InjuryReports> {
    private static final long serialVersionUID = 1L;

    @Override
    public InjuryReports createAccumulator() {
      return new InjuryReports();
    }

    @Override
    public InjuryReports addInput(InjuryReports gathered, InjuryReports statement) {
      gathered.addAll(statement);
      return gathered;
    }

    @Override
    public InjuryReports mergeAccumulators(Iterable<InjuryReports> parts) {
      InjuryReports merged = new InjuryReports();
      parts.forEach(merged::addAll);
      return merged;
    }

    @Override
    public InjuryReports extractOutput(InjuryReports gathered) {
      return gathered;
    }

    @Override
    public Coder<InjuryReports> getAccumulatorCoder(
        CoderRegistry registry, Coder<InjuryReports> statements) {
      return SerializableCoder.of(InjuryReports.class);
    }

    @Override
    public Coder<InjuryReports> getDefaultOutputCoder(
        CoderRegistry registry, Coder<InjuryReports> statements) {
      return SerializableCoder.of(InjuryReports.class);
    }
  }
}
