package dev.tipoff.transforms.roster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
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
  public void marksOnLettersWithoutDecompositionGoToo() {
    assertThat(PlayerName.normalise("Sǿren Ǽgir"), is("sorenaegir"));
    assertThat(PlayerName.normalise("ＺＥＤ ﬁnn Ŋuni Əli Weiẞ"), is("zedfinnngunialiweiss"));
  }

  @Test
  public void initialsAndHyphensOfEveryKindAreOne() {
    for (String name : List.of("P.J. Dell-Smith", "PJ Dell Smith", "P. J. Dell\u2010Smith")) {
      assertThat(PlayerName.normalise(name), is("pjdellsmith"));
    }
    for (String name :
        List.of("D'Arcy Tamm", "D\u2019Arcy Tamm", "D`Arcy Tamm", "D\u02bcArcy Tamm")) {
      assertThat(PlayerName.normalise(name), is("darcytamm"));
    }
  }

  @Test
  public void theLastNameMayComeFirst() {
    for (String name :
        List.of("Bellweather Jr., Marcus", "Bellweather, Marcus Jr.", "Bellweather, Marcus, Jr.")) {
      assertThat(name, PlayerName.normalise(name), is("marcusbellweatherjr"));
      assertThat(name, PlayerName.withoutSuffix(name), is("marcusbellweather"));
      assertThat(name, PlayerName.lastName(name), is("bellweather"));
    }
    assertThat(PlayerName.normalise("Łuczak, Teodor"), is("teodorluczak"));
    assertThat(PlayerName.normalise(", Teodor,"), is("teodor"));
  }

  @Test
  public void suffixesContradictEachOtherOnlyIfBothAreThere() {
    assertThat(PlayerName.suffixesAgree("Zed Lavoy", "Zed Lavoy Jr."), is(true));
    assertThat(PlayerName.suffixesAgree("Zed Lavoy JR", "Lavoy Jr., Zed"), is(true));
    assertThat(PlayerName.suffixesAgree("Zed Lavoy III", "Zed Lavoy Jr."), is(false));
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
