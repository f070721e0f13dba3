package dev.tipoff.io.models;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.learned.TinyModels;
import dev.tipoff.transforms.model.GameDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModelFolderTest {
  private static final GameDay CUT = GameDay.parse("2031-02-01");

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path path;
  private ModelFolder folder;

  @Before
  public void open() {
    path = temporary.getRoot().toPath().resolve("models");
    folder = ModelFolder.at(path.toString());
  }

  private static ModelCard.Builder card(ModelFeatures features) {
    return ModelCard.builder()
        .from(GameDay.parse("2028-07-01"))
        .through(CUT.plusDays(-1))
        .availability("report")
        .features(features.names())
        .codeVersion("f00d")
        .settings(ImmutableMap.of("seed", "7"))
        .metrics(ImmutableMap.of("points_mae", 3.25));
  }

  private ModelCard store(boolean promoted) throws Exception {
    return folder.store(
        card(TinyModels.FEATURES), TinyModels.before(CUT), promoted, "every gate is passed");
  }

  @Test
  public void whatIsStoredIsReadBackWhole() throws Exception {
    ModelCard card = store(true);
    ModelFolder.Stored stored = folder.champion(TinyModels.FEATURES);
    assertThat(stored.card(), is(card));
    assertThat(card.id(), startsWith("2031-01-31-report-"));
    List<MarketModel> models = TinyModels.before(CUT);
    float[] known = {12, 30};
    for (int i = 0; i < models.size(); i++) {
      MarketModel read = stored.models().get(i);
      MarketModel written = models.get(i);
      assertThat(read.trees().checksum(), is(written.trees().checksum()));
      assertThat(read.trees().median(known), is(written.trees().median(known)));
      assertThat(read.residuals().forecast(12.3).sd(), is(written.residuals().forecast(12.3).sd()));
      assertThat(read.mixture(), is(written.mixture()));
      assertThat(read.blends(), is(written.blends()));
      assertThat(read.calibrations(), is(written.calibrations()));
      assertThat(read.thresholds(), is(written.thresholds()));
      assertThat(read.heldOutFigures(), is(written.heldOutFigures()));
    }
  }

  @Test
  public void theSameModelsAreTheSameFiles() throws Exception {
    ModelCard one = store(true);
    byte[] registry = Files.readAllBytes(path.resolve("registry.json"));
    assertThat(store(true), is(one));
    assertThat(Files.readAllBytes(path.resolve("registry.json")), is(registry));
  }

  @Test
  public void aChallengerDoesNotPredict() throws Exception {
    ModelCard champion = store(true);
    folder.store(
        card(TinyModels.FEATURES).codeVersion("beef"),
        TinyModels.before(CUT),
        false,
        "points are biased by +0.41, more than 0.3");
    assertThat(folder.champion(TinyModels.FEATURES).card(), is(champion));
    assertThat(folder.registry().orElseThrow().entries().size(), is(2));
  }

  @Test
  public void modelsThatNeverPassedAreNoChampion() throws Exception {
    store(false);
    BadModelException refused =
        assertThrows(BadModelException.class, () -> folder.champion(TinyModels.FEATURES));
    assertThat(refused.getMessage(), containsString("has passed its gates"));
  }

  @Test
  public void anEmptyFolderSaysHowToFillIt() {
    BadModelException refused =
        assertThrows(BadModelException.class, () -> folder.champion(TinyModels.FEATURES));
    assertThat(
        refused.getMessage(),
        allOf(containsString(path.toString()), containsString("tipoff train --through")));
  }

  private void changed(String name) throws Exception {
    Path file =
        path.resolve(folder.registry().orElseThrow().champion().orElseThrow().id()).resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  public void aChangedFileIsFatal() throws Exception {
    for (String name : new String[] {"points.ubj", "pra.json", "card.json"}) {
      store(true);
      changed(name);
      BadModelException refused =
          assertThrows(BadModelException.class, () -> folder.champion(TinyModels.FEATURES));
      assertThat(
          refused.getMessage(),
          allOf(containsString(name), containsString("SHA-256"), containsString("train anew")));
      BadModelException found =
          assertThrows(
              BadModelException.class, () -> folder.verify(folder.champion(), TinyModels.FEATURES));
      assertThat(found.getMessage(), is(refused.getMessage()));
    }
  }

  @Test
  public void aWholeChampionIsVerifiedByItsFiles() throws Exception {
    ModelCard card = store(true);
    assertThat(folder.verify(folder.champion(), TinyModels.FEATURES), is(card));
  }

  @Test
  public void aLostFileIsFatal() throws Exception {
    ModelCard card = store(true);
    Files.delete(path.resolve(card.id()).resolve("assists.ubj"));
    BadModelException refused =
        assertThrows(BadModelException.class, () -> folder.champion(TinyModels.FEATURES));
    assertThat(refused.getMessage(), containsString("there is no " + path));
    assertThat(refused.getMessage(), containsString("assists.ubj"));
  }

  @Test
  public void modelsOfOtherFeaturesAreFatal() throws Exception {
    store(true);
    ModelFeatures others =
        ModelFeatures.of(ImmutableList.of(Feature.POINTS_MEAN_SLOW, Feature.HOME));
    BadModelException refused =
        assertThrows(BadModelException.class, () -> folder.champion(others));
    assertThat(
        refused.getMessage(),
        allOf(
            containsString("number 2"),
            containsString("minutes_mean_slow there and home here"),
            not(containsString("SHA"))));
  }

  @Test
  public void aChampionOutsideOfTheFolderIsFatal() throws Exception {
    ModelCard card = store(true);
    Files.move(path.resolve(card.id()), temporary.getRoot().toPath().resolve("outside"));
    Path registry = path.resolve("registry.json");
    Files.writeString(registry, Files.readString(registry).replace(card.id(), "../outside"));
    BadModelException refused =
        assertThrows(BadModelException.class, () -> folder.champion(TinyModels.FEATURES));
    assertThat(refused.getMessage(), containsString("'../outside' may not name a folder"));
  }

  @Test
  public void aRegistryThatIsNoneIsFatal() throws Exception {
    store(true);
    Files.writeString(path.resolve("registry.json"), "{\"champion\": ");
    BadModelException refused =
        assertThrows(BadModelException.class, () -> folder.champion(TinyModels.FEATURES));
    assertThat(refused.getMessage(), containsString("registry.json cannot be read"));
  }
}
