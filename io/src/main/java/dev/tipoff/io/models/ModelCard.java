package dev.tipoff.io.models;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;

/** What is said of a set of models: from what it was trained, and what its files must be. */
@AutoValue
public abstract class ModelCard implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Names its folder: the last slate, what was known of who is out, and a hash of all of it. */
  public abstract String id();

  /** The first slate that it may have learned from. */
  public abstract GameDay from();

  /** The last slate that it learned from. */
  public abstract GameDay through();

  /** What the examples knew of who is out, {@code report} for instance. */
  public abstract String availability();

  /** Ids of the features in order, with commas between. */
  public abstract String features();

  /** Version of the code that trained it. */
  public abstract String codeVersion();

  /** How it was trained. */
  public abstract ImmutableMap<String, String> settings();

  /** Figures of slates that the trees knew nothing of, {@code points_mae} for instance. */
  public abstract ImmutableMap<String, Double> metrics();

  /** SHA-256 of each file, by name. */
  public abstract ImmutableSortedMap<String, String> checksums();

  /** The first feature that the card has and the code has not at its place. */
  String difference(ModelFeatures code) {
    String[] theirs = features().split(",", -1);
    String[] ours = code.names().split(",", -1);
    int place = 0;
    while (place < theirs.length && place < ours.length && theirs[place].equals(ours[place])) {
      place++;
    }
    return String.format(
        "%d features there and %d here; the first that differs is number %d, %s there and %s here",
        theirs.length,
        ours.length,
        place + 1,
        place < theirs.length ? theirs[place] : "none",
        place < ours.length ? ours[place] : "none");
  }

  public abstract Builder toBuilder();

  /** A card without a name, figures and files. */
  public static Builder builder() {
    return new AutoValue_ModelCard.Builder()
        .id("")
        .metrics(ImmutableMap.of())
        .checksums(ImmutableSortedMap.of());
  }

  /** Builds a {@link ModelCard}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder id(String id);

    public abstract Builder from(GameDay from);

    public abstract Builder through(GameDay through);

    public abstract Builder availability(String availability);

    public abstract Builder features(String features);

    public abstract Builder codeVersion(String codeVersion);

    public abstract Builder settings(ImmutableMap<String, String> settings);

    public abstract Builder metrics(ImmutableMap<String, Double> metrics);

    public abstract Builder checksums(ImmutableSortedMap<String, String> checksums);

    public abstract ModelCard build();
  }
}
