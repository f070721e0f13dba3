package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** From what models are trained, where they go, and whether they may predict. */
public interface TrainOptions extends WarehouseOptions {
  @Description("The last slate to learn from, such as 2024-06-30")
  @Parameter(
      label = "Last slate to learn from",
      matches = "today|yesterday|tomorrow|\\d{4}-\\d{2}-\\d{2}",
      required = true)
  @Nullable String getThrough();

  void setThrough(@Nullable String through);

  @Description("The folder of models, here or in a bucket")
  @Default.String("models")
  @Parameter(label = "Models", type = Parameter.Type.WRITE_FOLDER, required = true)
  String getModelDir();

  void setModelDir(String modelDir);

  @Description(
      "What the examples know of who was out before a game: report (what predictions know; where"
          + " nobody kept one, the official comments on who did not play stand in for it) or"
          + " unknown")
  @Default.String("report")
  @Parameter(label = "What examples know", matches = "report|unknown")
  String getAvailability();

  void setAvailability(String availability);

  @Description("How many seasons to learn from at most")
  @Default.Integer(6)
  @Parameter(label = "Seasons to learn from", matches = "[1-9]\\d*", type = Parameter.Type.NUMBER)
  int getTrainSeasons();

  void setTrainSeasons(int trainSeasons);

  @Description(
      "Whether the models become the champion that predicts: gates (if they beat it on the last 60"
          + " days and are unbiased and calibrated there), always or never")
  @Default.String("gates")
  @Parameter(label = "Promotion", matches = "gates|always|never")
  String getPromote();

  void setPromote(String promote);

  @Description("Share of a tree's step that is taken: a larger one trains faster and errs more")
  @Default.Double(0.03)
  @Parameter(label = "Learning rate", type = Parameter.Type.NUMBER)
  double getLearningRate();

  void setLearningRate(double learningRate);

  @Description("Seed of all that is drawn; the same seed and data train the same models")
  @Default.Integer(7)
  @Parameter(label = "Seed", matches = "-?\\d+", type = Parameter.Type.NUMBER)
  int getTrainSeed();

  void setTrainSeed(int trainSeed);
}
