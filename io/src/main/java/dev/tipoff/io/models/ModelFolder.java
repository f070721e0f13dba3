package dev.tipoff.io.models;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteStreams;
import dev.tipoff.io.files.PlainPath;
import dev.tipoff.io.files.WholeFile;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.Market;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.checkerframework.checker.nullness.qual.Nullable;

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

  private ModelFolder(String folder) {
    this.folder = folder;
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
    return find(REGISTRY).map(ModelRegistry::parse);
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
                verified(entry.id(), json(market), card.checksums().get(json(market))),
                verified(entry.id(), trees(market), card.checksums().get(trees(market))),
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
    card.checksums().forEach((file, checksum) -> verified(entry.id(), file, checksum));
    return card;
  }

  private ModelCard card(ModelRegistry.Entry entry, ModelFeatures features) {
    byte[] text = verified(entry.id(), CARD, entry.checksum());
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
    Map<String, byte[]> files = new TreeMap<>();
    for (MarketModel model : models) {
      files.put(json(model.market()), ModelText.write(model));
      files.put(trees(model.market()), model.trees().trees());
    }
    ImmutableSortedMap.Builder<String, String> checksums = ImmutableSortedMap.naturalOrder();
    files.forEach((name, bytes) -> checksums.put(name, sha256(bytes)));
    ModelCard unnamed = described.checksums(checksums.build()).id("").build();
    ModelCard card =
        described
            .id(
                unnamed.through()
                    + "-"
                    + unnamed.availability()
                    + "-"
                    + sha256(CardText.write(unnamed)).substring(0, 8))
            .build();
    files.forEach((name, bytes) -> write(card.id() + "/" + name, bytes));
    byte[] text = CardText.write(card);
    write(card.id() + "/" + CARD, text);
    ModelRegistry registry = registry().orElse(ModelRegistry.EMPTY);
    write(
        REGISTRY,
        registry.with(new ModelRegistry.Entry(card.id(), sha256(text), verdict), promoted).text());
    return card;
  }

  private static String json(Market market) {
    return market.id() + ".json";
  }

  private static String trees(Market market) {
    return market.id() + ".ubj";
  }

  private byte[] verified(String id, String name, @Nullable String checksum) {
    String file = id + "/" + name;
    byte[] bytes =
        find(file).orElseThrow(() -> new BadModelException("there is no " + folder + "/" + file));
    String actual = sha256(bytes);
    if (!actual.equals(checksum)) {
      throw new BadModelException(
          String.format(
              "%s/%s is not the file that was stored: its SHA-256 is %s and should be %s; restore"
                  + " it, or train anew",
              folder, file, actual, checksum));
    }
    return bytes;
  }

  private Optional<byte[]> find(String name) {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource(name)))) {
      return Optional.of(ByteStreams.toByteArray(in));
    } catch (FileNotFoundException e) {
      // Of a local file it also means that it may not be read. That is not to be taken for absent:
      // a registry would be written over it.
      if (isThere(name)) {
        throw unreadable(name, e);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private boolean isThere(String name) {
    try {
      return !FileSystems.match(resource(name).toString(), EmptyMatchTreatment.ALLOW)
          .metadata()
          .isEmpty();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private BadModelException unreadable(String name, IOException cause) {
    return new BadModelException("cannot read " + folder + "/" + name + ": " + cause, cause);
  }

  private void write(String name, byte[] bytes) {
    try {
      WholeFile.write(PlainPath.inside(folder, name), out -> out.write(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder + "/" + name, e);
    }
  }

  private ResourceId resource(String name) {
    return FileSystems.matchNewResource(PlainPath.inside(folder, name), false);
  }

  private static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }

  @Override
  public String toString() {
    return folder;
  }
}
