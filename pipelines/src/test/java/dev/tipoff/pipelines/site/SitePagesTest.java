package dev.tipoff.pipelines.site;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The pages of a site as a reader meets them: from a folder, in Chromium. */
public class SitePagesTest {
  @ClassRule public static final PublishedLeague LEAGUE = new PublishedLeague();
  @ClassRule public static final Browser BROWSER = new Browser();

  private static final List<String> PAGES =
      List.of("index.html", "player.html", "accuracy.html", "lines.html", "operations.html");

  private static List<String> pages() {
    List<String> pages = new ArrayList<>(PAGES);
    pages.add("player.html#" + LEAGUE.player());
    return pages;
  }

  private static void open(String page) {
    BROWSER.open(LEAGUE.site(), page);
  }

  private static List<Double> column(String table, String id) {
    int place = 1 + BROWSER.each(table + " > thead th", "dataset.column").indexOf(id);
    return BROWSER.texts(table + " > tbody > tr > :nth-child(" + place + ")").stream()
        .map(text -> Double.valueOf(text.replace("−", "-").replaceAll("[^0-9.-]", "")))
        .toList();
  }

  @Before
  public void laptopByDay() {
    BROWSER.prefer("light");
    BROWSER.resize(1366, 768);
  }

  @Test
  public void everyPageLoadsWithoutAComplaintAndAsksNobody() {
    for (String page : pages()) {
      open(page);
      assertThat(page, BROWSER.complaints(), is(empty()));
      List<String> requests = BROWSER.requests();
      assertThat(page, requests, hasItem(containsString("manifest.js")));
      assertThat(page, requests, everyItem(startsWith("file://")));
      assertThat(page, BROWSER.all("h1").size(), is(1));
      assertThat(page, BROWSER.one("footer").getText(), containsString("1-800-GAMBLER"));
      assertThat(page, BROWSER.all("main tbody tr").size(), is(greaterThan(0)));
    }
  }

  @Test
  public void noPageHasASeriousFaultForThoseWhoSeeOrPointBadly() {
    for (String scheme : List.of("light", "dark")) {
      BROWSER.prefer(scheme);
      for (String page : pages()) {
        open(page);
        assertThat(page + " " + scheme, BROWSER.accessibilityFaults(), is(empty()));
      }
    }
  }

  @Test
  public void namesAreTextWhateverTheySay() {
    for (String page :
        List.of("index.html", "player.html", "player.html#" + LEAGUE.player(), "lines.html")) {
      open(page);
      assertThat(page, BROWSER.texts("main").get(0), containsString(PublishedLeague.NAME));
      assertThat(page, BROWSER.all("main script, main b b"), is(empty()));
    }
    open("index.html");
    assertThat(BROWSER.texts("#props").get(0), containsString(PublishedLeague.BOOK));
    assertThat(BROWSER.texts("#results").get(0), containsString(PublishedLeague.NAME));
  }

  @Test
  public void aHeadingSortsBothWays() {
    open("index.html");
    WebElement heading = BROWSER.one("#props th[data-column=line] button");
    heading.click();
    List<Double> lines = column("#props", "line");
    List<Double> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.reverseOrder());
    assertThat(lines, is(sorted));
    assertThat(
        BROWSER.one("#props th[data-column=line]").getDomAttribute("aria-sort"), is("descending"));
    heading.click();
    Collections.reverse(sorted);
    assertThat(column("#props", "line"), is(sorted));
    open("index.html" + BROWSER.run("return location.hash"));
    assertThat(column("#props", "line"), is(sorted));
  }

  @Test
  public void filtersKeepWhatFitsAndAnAddressKeepsThem() {
    open("index.html");
    int all = BROWSER.all("#props tbody tr").size();
    new Select(BROWSER.one("#filter-market")).selectByValue("REBOUNDS");
    List<String> markets = BROWSER.each("#props tbody tr", "dataset.market");
    assertThat(markets.size(), is(greaterThan(0)));
    assertThat(markets.size(), is(lessThan(all)));
    assertThat(markets, everyItem(is("REBOUNDS")));
    assertThat(BROWSER.one("#shown").getText(), is(markets.size() + " of " + all + " props"));
    String game = BROWSER.one("#props tbody tr").getDomAttribute("data-game");
    new Select(BROWSER.one("#filter-game")).selectByValue(game);
    new Select(BROWSER.one("#filter-edge")).selectByValue("1");
    assertThat(column("#props", "edge"), everyItem(greaterThan(0.99)));
    assertThat(BROWSER.each("#props tbody tr", "dataset.game"), everyItem(is(game)));
    String shown = BROWSER.one("#shown").getText();
    open("index.html" + BROWSER.run("return location.hash"));
    assertThat(BROWSER.one("#shown").getText(), is(shown));
    new Select(BROWSER.one("#filter-game")).selectByValue("");
    new Select(BROWSER.one("#filter-edge")).selectByValue("");
    new Select(BROWSER.one("#filter-market")).selectByValue("");
    BROWSER.one("#filter-player").sendKeys("<script>");
    assertThat(BROWSER.each("#props tbody tr", "dataset.player"), everyItem(is(LEAGUE.player())));
  }

  @Test
  public void aRowOpensOnAllSystemsByTheKeyboard() {
    open("index.html");
    BROWSER.run("document.querySelector('#props .opener').focus()");
    WebElement opener = BROWSER.one("#props .opener");
    opener.sendKeys(" ");
    assertThat(opener.getDomAttribute("aria-expanded"), is("true"));
    assertThat(BROWSER.all("#props .more tbody tr").size(), is(greaterThan(1)));
    assertThat(BROWSER.texts("#props .more .why").get(0), startsWith("Moved most by "));
    assertThat(
        "a table of columns does not say in words what they say",
        BROWSER.each("#props .phone", "offsetHeight"),
        everyItem(is("0")));
    opener.sendKeys(" ");
    assertThat(BROWSER.all("#props .more"), is(empty()));
  }

  @Test
  public void everyLinkLeadsToAPageThatIsThere() {
    for (String page : PAGES) {
      open(page);
      for (String link : Set.copyOf(BROWSER.each("a", "getAttribute('href')"))) {
        String file = link.replaceAll("#.*", "");
        assertThat(
            page + " to " + link,
            file.isEmpty() || Files.isRegularFile(LEAGUE.site().resolve(file)),
            is(true));
      }
    }
    open("index.html");
    String name = BROWSER.texts("#props tbody th a").get(0);
    BROWSER.one("#props tbody th a").click();
    BROWSER.waitUntilReady();
    assertThat(BROWSER.one("h1").getText(), is(name));
  }

  @Test
  public void aPhoneShowsEveryPageWithoutScrollingAside() {
    BROWSER.resize(390, 844);
    for (String page : pages()) {
      open(page);
      assertThat(
          page, BROWSER.run("return document.documentElement.scrollWidth <= innerWidth"), is(true));
    }
    open("index.html");
    assertThat(
        "the edge and what opens the rest are in sight",
        BROWSER.run(
            "return [...document.querySelectorAll('#props [data-column=edge], #props .opener')]"
                + ".every((each) => each.getBoundingClientRect().right <= innerWidth)"),
        is(true));
    BROWSER.one("#props .opener").click();
    assertThat(BROWSER.texts("#props .more dl").get(0), containsString("Market's"));
  }

  @Test
  public void tonightIsLight() throws IOException {
    open("index.html");
    long bytes = 0;
    for (String request : BROWSER.requests()) {
      assertThat(request, not(containsString("chart")));
      bytes += Files.size(Path.of(URI.create(request.replaceAll("#.*", ""))));
    }
    int props = BROWSER.all("#props tbody tr").size();
    assertThat(props, is(greaterThan(100)));
    assertThat(bytes, is(lessThan(500_000L)));
  }

  @Test
  public void aSiteOfNothingSaysWhatMakesIt() throws IOException {
    Path nothing = LEAGUE.emptySite();
    for (String page : PAGES) {
      BROWSER.open(nothing, page);
      assertThat(page, BROWSER.complaints(), is(empty()));
      assertThat(page, BROWSER.texts("main").get(0), containsString("./tipoff "));
      assertThat(page, BROWSER.accessibilityFaults(), is(empty()));
    }
  }

  @Test
  public void picturesForPeopleToLookAt() throws IOException {
    Map<String, int[]> sizes =
        Map.of(
            "phone",
            new int[] {390, 844},
            "laptop",
            new int[] {1366, 768},
            "wide",
            new int[] {2560, 1440});
    for (String page : pages()) {
      open(page);
      String name = page.replace(".html", "").replaceAll("#.*", "-one");
      for (Map.Entry<String, int[]> size : sizes.entrySet()) {
        BROWSER.resize(size.getValue()[0], size.getValue()[1]);
        for (String scheme : List.of("light", "dark")) {
          BROWSER.prefer(scheme);
          BROWSER.waitForAFrame();
          Path file =
              Path.of("target/screenshots", "%s-%s-%s.png".formatted(name, size.getKey(), scheme));
          BROWSER.picture(file);
          assertThat(file.toString(), Files.size(file), is(greaterThan(10_000L)));
        }
      }
    }
  }
}
