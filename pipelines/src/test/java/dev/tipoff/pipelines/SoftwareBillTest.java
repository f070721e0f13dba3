package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.Assume.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Test;

/**
 * The bill of materials that {@code mvn -Psbom} writes has every library that the command runs
 * with, each with its licence and its hash. Builds without that profile make none.
 */
public class SoftwareBillTest {
  private final Map<String, JsonNode> libraries = new TreeMap<>();
  private JsonNode bill;

  @Before
  public void read() throws IOException {
    String file = System.getProperty("tipoff.sbom", "");
    assumeThat("the build is one with -Psbom", file.isEmpty(), is(false));
    bill = new ObjectMapper().readTree(new File(file));
    for (JsonNode library : bill.required("components")) {
      if (!library.required("group").asText().equals("dev.tipoff")) {
        libraries.put(
            library.required("name").asText() + ":" + library.required("version").asText(),
            library);
      }
    }
  }

  /** Of a jar in a repository, as in {@code .../guava/33.4.0-jre/guava-33.4.0-jre.jar}. */
  private static String library(String jar) {
    Path version = Path.of(jar).getParent();
    return version.getParent().getFileName() + ":" + version.getFileName();
  }

  @Test
  public void everyLibraryOfTheRuntimeIsOnIt() throws IOException {
    Path classPath =
        Path.of(
            System.getProperty("tipoff.root", ".."), "pipelines", "target", "runtime.classpath");
    TreeSet<String> running = new TreeSet<>();
    Arrays.stream(Files.readString(classPath).split(File.pathSeparator, -1))
        .filter(entry -> entry.strip().endsWith(".jar"))
        .filter(entry -> !entry.contains("tipoff-"))
        .forEach(entry -> running.add(library(entry.strip())));
    assertThat(running.size(), is(greaterThan(100)));
    assertThat(new TreeSet<>(libraries.keySet()), is(running));
  }

  @Test
  public void everyLibraryHasALicenceAndAHash() {
    List<String> without = new ArrayList<>();
    libraries.forEach(
        (name, library) -> {
          if (library.path("licenses").isEmpty() || library.path("hashes").isEmpty()) {
            without.add(name);
          }
        });
    assertThat(without, is(empty()));
  }

  @Test
  public void theSameLibrariesAreTheSameFile() {
    assertThat(bill.has("serialNumber"), is(false));
    assertThat(bill.required("metadata").has("timestamp"), is(false));
  }
}
