package dev.tipoff.pipelines.site;

import static org.junit.Assume.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.rules.ExternalResource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as Debian has it, without a window. A test that needs it is skipped where it is not. */
final class Browser extends ExternalResource {
  private static final Pattern ASKED =
      Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ChromeDriver driver;

  @Override
  protected void before() {
    Optional<Path> chromium = program("chromium");
    Optional<Path> chromedriver = program("chromedriver");
    assumeTrue(
        "chromium and chromium-driver are there", chromium.isPresent() && chromedriver.isPresent());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get().toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(6));
  }

  private static Optional<Path> program(String name) {
    return Splitter.on(':')
        .splitToStream(String.valueOf(System.getenv("PATH")))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  protected void after() {
    if (driver != null) {
      driver.quit();
    }
  }

  /** Opens a page of a site in a folder, and waits until it is whole. */
  void open(Path site, String page) {
    driver.get("about:blank");
    logs(LogType.BROWSER);
    logs(LogType.PERFORMANCE);
    driver.get(site.toUri() + page);
    waitUntilReady();
  }

  /** Waits until the page is whole. */
  void waitUntilReady() {
    new WebDriverWait(driver, PATIENCE).until(any -> !all("html[data-page-ready=true]").isEmpty());
  }

  /** Waits until what changed is drawn. */
  void waitForAFrame() {
    driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))");
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What the page wrote to its console as a warning or an error, faults and refusals among it. */
  List<String> complaints() {
    return logs(LogType.BROWSER).stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Every address that the page asked for. */
  List<String> requests() {
    List<String> asked = new ArrayList<>();
    for (LogEntry entry : logs(LogType.PERFORMANCE)) {
      Matcher address = ASKED.matcher(entry.getMessage());
      if (address.find()) {
        asked.add(address.group(1));
      }
    }
    return asked;
  }

  private List<LogEntry> logs(String type) {
    return ImmutableList.copyOf(driver.manage().logs().get(type));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** The text of each element, as it is shown. */
  List<String> texts(String selector) {
    return each(selector, "innerText");
  }

  /** What each element says of itself: {@code dataset.market}, {@code href}. */
  List<String> each(String selector, String property) {
    Object found =
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map((one) => one."
                + property
                + ")",
            selector);
    return found instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(found));
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  /**
   * What axe finds in the page that is serious or critical: rule, and where. Of a table's rows,
   * which are alike, it sees the first few, since it takes milliseconds over each cell.
   */
  List<String> accessibilityFaults() {
    driver.executeScript(
        "document.querySelectorAll('tbody tr:nth-child(n + 9)').forEach((row) => row.remove())");
    driver.executeScript(axe());
    Object faults =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then((found) => done(found.violations
              .filter(({ impact }) => impact === "serious" || impact === "critical")
              .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)));
            """);
    return faults instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(faults));
  }

  private static String axe() {
    try {
      return Resources.toString(Resources.getResource("axe.min.js"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A picture of the whole page. */
  void picture(Path file) throws IOException {
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
  }
}
