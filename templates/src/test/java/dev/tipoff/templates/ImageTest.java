package dev.tipoff.templates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.BeforeClass;
import org.junit.Test;

/** The image of all templates: what it has, in which layers, and that no library lost a part. */
public class ImageTest {
  private static final Path LIBRARIES =
      Path.of("target", "image", "libraries", "template", "lib", "tipoff-libraries.jar");
  private static final String SERVICES = "META-INF/services/";
  private static final long MOST_BYTES = 450_000_000;

  private static PackagedImage image;

  @BeforeClass
  public static void readImage() throws IOException {
    image = PackagedImage.read();
  }

  @Test
  public void theLauncherFindsItsMainClassAndItsClassPath() {
    assertThat(
        image.environment("FLEX_TEMPLATE_JAVA_MAIN_CLASS"),
        is("dev.tipoff.pipelines.template.FlexTemplate"));
    assertThat(image.environment("FLEX_TEMPLATE_JAVA_CLASSPATH"), is("/template/lib/*"));
  }

  /** A commit of ours changes the second layer, and the first is not fetched again. */
  @Test
  public void librariesAreALayerApartFromOurJars() {
    assertThat(image.layers().get(0).keySet(), is(Set.of("/template/lib/tipoff-libraries.jar")));
    assertThat(
        image.layers().get(1).keySet(),
        is(
            Set.of(
                "/template/lib/tipoff-transforms.jar",
                "/template/lib/tipoff-io.jar",
                "/template/lib/tipoff-pipelines.jar")));
    assertThat(
        image.layers().get(1).values().stream().mapToLong(Long::longValue).sum(),
        is(lessThan(10_000_000L)));
  }

  @Test
  public void itSaysWhichBuildAndCommitItIsOf() {
    List<String> labels = new ArrayList<>();
    image.config().get("Labels").fieldNames().forEachRemaining(labels::add);
    assertThat(
        labels,
        hasItems(
            "dev.tipoff.build",
            "org.opencontainers.image.revision",
            "org.opencontainers.image.version"));
  }

  /** Where the build has made one: {@code -Psbom}. */
  @Test
  public void theListOfWhatIsInItIsInIt() {
    if (System.getProperty("tipoff.sbom", "").isEmpty()) {
      assertThat(image.layers().size(), is(lessThanOrEqualTo(3)));
      return;
    }
    assertThat(image.layers().get(2).keySet(), is(Set.of("/template/sbom/tipoff-sbom.json")));
  }

  @Test
  public void itIsSmallEnoughToBeFetchedInAMoment() {
    assertThat(image.packedBytes(), is(greaterThan(100_000_000L)));
    assertThat(image.packedBytes(), is(lessThan(MOST_BYTES)));
  }

  @Test
  public void nothingIsInItTwiceAndNothingOfAnotherSystem() throws IOException {
    List<String> others = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    try (JarFile jar = new JarFile(LIBRARIES.toFile())) {
      jar.stream()
          .map(ZipEntry::getName)
          .forEach(
              name -> {
                assertThat(name, names.add(name), is(true));
                if (name.matches(
                    ".*(libduckdb.*(macos|windows|arm64)|lib/(macos|windows)/.*lib.*)")) {
                  others.add(name);
                }
                assertThat(name, name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"), is(false));
              });
    }
    assertThat(others, is(empty()));
    assertThat(names.contains("libduckdb_java.so_linux_amd64"), is(true));
    assertThat(names.contains("lib/linux/x86_64/libxgboost4j.so"), is(true));
  }

  /** A merged file that overwrites another's list of implementations fails on a worker, late. */
  @Test
  public void everyServiceOfEveryLibraryIsStillDeclared() throws IOException {
    Map<String, Set<String>> expected = new TreeMap<>();
    int jars = 0;
    for (String place : System.getProperty("surefire.test.class.path").split(File.pathSeparator)) {
      if (Path.of(place).getFileName().toString().matches("(?!tipoff-|junit-|jqwik-).*\\.jar")) {
        jars++;
        services(Path.of(place))
            .forEach(
                (service, names) ->
                    expected.computeIfAbsent(service, key -> new TreeSet<>()).addAll(names));
      }
    }
    Map<String, Set<String>> merged = services(LIBRARIES);
    merged.keySet().retainAll(expected.keySet());
    assertThat(jars, is(greaterThan(200)));
    assertThat(expected.size(), is(greaterThan(40)));
    assertThat(merged, is(expected));
  }

  private static Map<String, Set<String>> services(Path file) throws IOException {
    Map<String, Set<String>> services = new TreeMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith(SERVICES) && !entry.isDirectory()) {
          String text =
              new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          Set<String> names = new TreeSet<>();
          text.lines()
              .map(line -> line.replaceAll("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .forEach(names::add);
          services.put(entry.getName().substring(SERVICES.length()), names);
        }
      }
    }
    return services;
  }
}
