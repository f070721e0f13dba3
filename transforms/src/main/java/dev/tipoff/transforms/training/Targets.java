package dev.tipoff.transforms.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What models are to learn. */
public enum Targets {
  /** What players did. */
  ACTUAL {
    @Override
    List<TrainingExample> of(List<TrainingExample> examples) {
      return examples;
    }
  },

  /**
   * What somebody else did in another game of the season: there is nothing to learn, and a model
   * that seems to have skill all the same has seen the answers.
   */
  PERMUTED {
    @Override
    List<TrainingExample> of(List<TrainingExample> examples) {
      Map<String, List<TrainingExample>> seasons = new LinkedHashMap<>();
      examples.forEach(
          example ->
              seasons.computeIfAbsent(example.season(), key -> new ArrayList<>()).add(example));
      List<TrainingExample> permuted = new ArrayList<>();
      for (List<TrainingExample> season : seasons.values()) {
        List<TrainingExample> others = new ArrayList<>(season);
        Collections.shuffle(others, new Random(SEED));
        for (int i = 0; i < season.size(); i++) {
          permuted.add(season.get(i).withActualsOf(others.get(i)));
        }
      }
      return permuted;
    }
  };

  private static final long SEED = 20_250_110;

  /** The examples with these targets; those of a season stay in it. */
  abstract List<TrainingExample> of(List<TrainingExample> examples);
}
