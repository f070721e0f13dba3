package dev.tipoff.io.models;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.learned.Models;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The champion's models of a folder, read by a worker and not put into the graph. A model that is
 * missing, damaged or of other features stops the pipeline with a {@link BadModelException}: a
 * forecast by another model than the one that was asked for would be worse than none.
 */
@AutoValue
public abstract class LoadModels extends PTransform<PBegin, PCollection<MarketModel>> {
  abstract String folder();

  abstract ModelFeatures features();

  abstract String availability();

  /**
   * Reads a folder's champion.
   *
   * @param availability what the forecasts will know of who is out, {@code report} for instance;
   *     models that learned with other knowledge are refused
   */
  public static LoadModels of(String folder, ModelFeatures features, String availability) {
    return new AutoValue_LoadModels(folder, features, availability);
  }

  @Override
  public PCollection<MarketModel> expand(PBegin begin) {
    return begin
        .apply("Folder", Create.of(folder()))
        .apply("Read", ParDo.of(new ReadFn(features(), availability())))
        .setCoder(Models.coder());
  }

  private static final class ReadFn extends DoFn<String, MarketModel> {
    private static final long serialVersionUID = 1L;

    private final ModelFeatures features;
    private final String availability;

    ReadFn(ModelFeatures features, String availability) {
      this.features = features;
      this.availability = availability;
    }

    @ProcessElement
    public void read(@Element String folder, OutputReceiver<MarketModel> output) {
      ModelFolder.Stored champion = ModelFolder.at(folder).champion(features);
      if (!champion.card().availability().equals(availability)) {
        throw new BadModelException(
            String.format(
                "the champion in %s learned with availability %s and is asked with %s; train with"
                    + " --availability=%s",
                folder, champion.card().availability(), availability, availability));
      }
      champion.models().forEach(output::output);
    }
  }
}
