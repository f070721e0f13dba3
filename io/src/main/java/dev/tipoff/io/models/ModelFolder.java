package dev.tipoff.io.models;

import com.google.common.collect.ImmutableSortedMap;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.Market;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder of models, on this machine or in a bucket: a folder for each set, and {@code
 * registry.json}, which names the champion. A set of models is a card, and for each market the
 * trees as XGBoost writes them and the rest as JSON; the card has the SHA-256 of each file, and the
 * registry that of the card.
 */
public final class ModelFolder implements Serializable {
  private static final long serialVersionUID = 1L;

  static final String CARD = "card.json";
  private static final String REGISTRY = "registry.json";

  private final String folder;
  private final ModelFiles files;

  private ModelFolder(String folder) {
    this.folder = folder;
    this.files = new ModelFiles(folder);
  }

  public static ModelFolder at(String folder) {
    return new ModelFolder(
        folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder);
  }

  /** A card and the models that it is of. */
  public record Stored(ModelCard card, List<MarketModel> models) {}

  /**
   * The registry; empty if nothing is stored here.
   *
   * @throws BadModelException if it cannot be read
   */
  public Optional<ModelRegistry> registry() {
    return files.find(REGISTRY).map(ModelRegistry::parse);
  }

  /**
   * The champion's models.
   *
   * @throws BadModelException if there is none, a file cannot be read or is not the one that was
   *     stored, or the models look at other features than this code's
   */
  public Stored champion(ModelFeatures features) {
    return read(champion(), features);
  }

  /**
   * The champion's entry.
   *
   * @throws BadModelException if there is none, or the registry cannot be read
   */
  public ModelRegistry.Entry champion() {
    return registry()
        .orElseThrow(
            () ->
                new BadModelException(
                    "there are no models in "
                        + folder
                        + "; train some: tipoff train --through=DATE --modelDir="
                        + folder))
        .champion()
        .orElseThrow(
            () ->
                new BadModelException(
                    "no model in "
                        + folder
                        + " has passed its gates; see registry.json, or train with"
                        + " --promote=always"));
  }

  /**
   * The models of an entry.
   *
   * @throws BadModelException as {@link #champion(ModelFeatures)} does
   */
  public Stored read(ModelRegistry.Entry entry, ModelFeatures features) {
    ModelCard card = card(entry, features);
    try {
      List<MarketModel> models = new ArrayList<>();
      for (Market market : Market.values()) {
        models.add(
            ModelText.read(
                files.verified(entry.id(), json(market), card.checksums().get(json(market))),
                files.verified(entry.id(), trees(market), card.checksums().get(trees(market))),
                features));
      }
      return new Stored(card, models);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(entry, e);
    }
  }

  /**
   * The card of an entry, each of whose files is the one that was stored. The models themselves are
   * not read.
   *
   * @throws BadModelException as {@link #champion(ModelFeatures)} does
   */
  public ModelCard verify(ModelRegistry.Entry entry, ModelFeatures features) {
    ModelCard card = card(entry, features);
    card.checksums().forEach((file, checksum) -> files.verified(entry.id(), file, checksum));
    return card;
  }

  private ModelCard card(ModelRegistry.Entry entry, ModelFeatures features) {
    byte[] text = files.verified(entry.id(), CARD, entry.checksum());
    try {
      ModelCard card = CardText.read(text);
      if (!card.features().equals(features.names())) {
        throw new BadModelException(
            String.format(
                "the models in %s/%s look at other features than this code computes (%s); train"
                    + " anew",
                folder, entry.id(), card.difference(features)));
      }
      return card;
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(entry, e);
    }
  }

  private BadModelException unreadable(ModelRegistry.Entry entry, Exception cause) {
    return new BadModelException(
        folder + "/" + entry.id() + " holds no models that can be read: " + cause.getMessage(),
        cause);
  }

  /**
   * Stores models under their card, which gets its id and checksums here, and enters them into the
   * registry.
   *
   * @param promoted whether they become the champion
   * @param verdict what the gates said
   */
  public ModelCard store(
      ModelCard.Builder described, List<MarketModel> models, boolean promoted, String verdict) {
    Map<String, byte[]> contents = new TreeMap<>();
    for (MarketModel model : models) {
      contents.put(json(model.market()), ModelText.write(model));
      contents.put(trees(model.market()), model.trees().trees());
    }
    ImmutableSortedMap.Builder<String, String> checksums = ImmutableSortedMap.naturalOrder();
    contents.forEach((name, bytes) -> checksums.put(name, ModelFiles.sha256(bytes)));
    ModelCard unnamed = described.checksums(checksums.build()).id("").build();
    ModelCard card =
        described
            .id(
                unnamed.through()
                    + "-"
                    + unnamed.availability()
                    + "-"
                    + ModelFiles.sha256(CardText.write(unnamed)).substring(0, 8))
            .build();
    contents.forEach((name, bytes) -> files.write(card.id() + "/" + name, bytes));
    byte[] text = CardText.write(card);
    files.write(card.id() + "/" + CARD, text);
    ModelRegistry registry = registry().orElse(ModelRegistry.EMPTY);
    ModelRegistry.Entry entry =
        new ModelRegistry.Entry(card.id(), ModelFiles.sha256(text), verdict);
    files.write(REGISTRY, registry.with(entry, promoted).text());
    return card;
  }

  private static String json(Market market) {
    return market.id() + ".json";
  }

  private static String trees(Market market) {
    return market.id() + ".ubj";
  }

  @Override
  public String toString() {
    return folder;
  }
}
