package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** From what models are trained, where they go, and whether they may predict. */
public interface TrainOptions extends WarehouseOptions {
  @Description("The last slate to learn from, such as 2024-06-30")
  @Nullable String getThrough();

  void setThrough(@Nullable String through);

  @Description("The folder of models, here or in a bucket")
  @Default.String("models")
  String getModelDir();

  void setModelDir(String modelDir);

  @Description(
      "What the examples know of who was out before a game: report (what predictions know; where"
          + " nobody kept one, the official comments on who did not play stand in for it) or"
          + " unknown")
  @Default.String("report")
  String getAvailability();

  void setAvailability(String availability);

  @Description("How many seasons to learn from at most")
  @Default.Integer(6)
  int getTrainSeasons();

  void setTrainSeasons(int trainSeasons);

  @Description(
      "Whether the models become the champion that predicts: gates (if they beat it on the last 60"
          + " days and are unbiased and calibrated there), always or never")
  @Default.String("gates")
  String getPromote();

  void setPromote(String promote);

  @Description("Share of a tree's step that is taken: a larger one trains faster and errs more")
  @Default.Double(0.03)
  double getLearningRate();

  void setLearningRate(double learningRate);

  @Description("Seed of all that is drawn; the same seed and data train the same models")
  @Default.Integer(7)
  int getTrainSeed();

  void setTrainSeed(int trainSeed);
}
