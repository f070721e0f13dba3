package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.roster.RosterEntry;

/** Every named query. */
public final class Queries {
  /** The view of what is published. */
  static final String CURRENT_PREDICTIONS = "nba_predictions.current_predictions";

  private Queries() {}

  /** Player props of all feeds, as the feeds stated them. */
  public static NamedQuery<RawPropLine> rawPropLines(SlateRange slates) {
    return NamedQuery.of("raw_prop_lines", RawPropLine.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** The statement that makes the view of what is published. */
  static NamedQuery<Prediction> currentPredictionsView() {
    return NamedQuery.of("current_predictions_view", Prediction.class);
  }

  /** Every name and team that a player was ever listed under. */
  public static NamedQuery<RosterEntry> playerRegistry() {
    return NamedQuery.of("player_registry", RosterEntry.class);
  }

  /** What is published: of each key the newest prediction from before the tip. */
  public static NamedQuery<Prediction> currentPredictions(SlateRange slates) {
    return NamedQuery.of("current_predictions", Prediction.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }
}
