package dev.tipoff.pipelines.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.pipelines.Phase;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Document;

/** {@code docs/architecture.svg} names what is there, also to those who hear it. */
public class ArchitecturePictureTest {
  private Document picture;

  @Before
  public void read() throws Exception {
    picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of(System.getProperty("tipoff.root"), "docs", "architecture.svg").toFile());
  }

  private String only(String tag) {
    assertThat(tag, picture.getElementsByTagName(tag).getLength(), is(1));
    return picture.getElementsByTagName(tag).item(0).getTextContent();
  }

  private String texts() {
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < picture.getElementsByTagName("text").getLength(); i++) {
      texts.append(picture.getElementsByTagName("text").item(i).getTextContent()).append('\n');
    }
    return texts.toString();
  }

  @Test
  public void itHasEveryPhaseAndModule() {
    for (Phase phase : Phase.values()) {
      assertThat(texts(), containsString(phase.id() + "\n"));
      assertThat(only("desc"), containsString(phase.id()));
    }
    for (String module : new String[] {"transforms", "io", "pipelines", "templates"}) {
      assertThat(texts(), containsString(module + "\n"));
      assertThat(only("desc"), containsString(module));
    }
  }

  @Test
  public void itCountsTheSources() {
    assertThat(texts(), containsString(Catalogue.load().all().size() + " sources"));
  }

  @Test
  public void itHasATitleAndIsReadInTheDark() {
    assertThat(only("title"), not(""));
    assertThat(picture.getDocumentElement().getAttribute("role"), is("img"));
    assertThat(picture.getDocumentElement().getAttribute("aria-labelledby"), is("title desc"));
    assertThat(only("style"), containsString("prefers-color-scheme: dark"));
  }
}
