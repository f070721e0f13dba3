package dev.tipoff.transforms.roster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.Test;

public class PlayerNameTest {
  @Property
  void normalisingTwiceChangesNothing(@ForAll String name) {
    String once = PlayerName.normalise(name);
    assertThat(PlayerName.normalise(once), is(once));
    assertThat(once.matches("[a-z0-9]*"), is(true));
  }

  @Property
  void caseDoesNotMatter(@ForAll @CharRange(from = ' ', to = '~') String name) {
    assertThat(PlayerName.normalise(name.toUpperCase()), is(PlayerName.normalise(name)));
  }

  @Property
  void withoutSuffixIsTheBeginning(@ForAll String name) {
    assertThat(PlayerName.normalise(name).startsWith(PlayerName.withoutSuffix(name)), is(true));
  }

  @Test
  public void lettersWithoutDecompositionAreSpelledOut() {
    assertThat(PlayerName.normalise("Łukasz Đorđević"), is("lukaszdordevic"));
    assertThat(PlayerName.normalise("Søren Weiß"), is("sorenweiss"));
    assertThat(PlayerName.normalise("Ægir Œrsted Þór Ðan Işık"), is("aegiroerstedthordanisik"));
    assertThat(PlayerName.normalise("ÑANDÚ Çelik İpek"), is("nanducelikipek"));
  }

  @Test
  public void punctuationAndOddSpacesGo() {
    assertThat(PlayerName.normalise("D\u2019Arcy O'Dell-Smith Jr."), is("darcyodellsmithjr"));
    assertThat(PlayerName.normalise("Zed\u00a0Quillfeather"), is("zedquillfeather"));
  }

  @Test
  public void suffixesGoAsWholeWordsOnly() {
    assertThat(PlayerName.withoutSuffix("Zed Lavoy"), is("zedlavoy"));
    assertThat(PlayerName.withoutSuffix("Zed Quillfeather, Jr."), is("zedquillfeather"));
    assertThat(PlayerName.withoutSuffix("Zed Quillfeather\u00a0III"), is("zedquillfeather"));
    assertThat(PlayerName.withoutSuffix("Zed Quillfeather 3rd"), is("zedquillfeather"));
    assertThat(PlayerName.withoutSuffix("J.R. Quillfeather Senior"), is("jrquillfeather"));
    assertThat(PlayerName.withoutSuffix("V"), is("v"));
  }

  @Test
  public void theLastNameSkipsTheSuffix() {
    assertThat(PlayerName.lastName("Zed Quillfeather Sr"), is("quillfeather"));
    assertThat(PlayerName.lastName(" "), is(""));
  }
}
