package dev.tipoff.pipelines.template;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import com.bertramlabs.plugins.hcl4j.HCLParserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** That the files below {@code templates/terraform} can be read, and refer to what there is. */
public class TerraformTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("tipoff.root"), "templates/terraform");

  /** The files in HCL, by name. */
  static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".tf")).toList()) {
        sources.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return sources;
  }

  static String all() throws IOException {
    return String.join("\n", sources().values());
  }

  @Test
  public void everyFileIsHcl() throws Exception {
    for (Map.Entry<String, String> source : sources().entrySet()) {
      assertThat(
          source.getKey(), new HCLParser().parse(source.getValue()).keySet(), is(not(empty())));
    }
  }

  @Test
  public void aTypoInTheSyntaxOfAnyFileIsFound() throws IOException {
    for (Map.Entry<String, String> source : sources().entrySet()) {
      String text = source.getValue().replaceAll("(?m)^\\s*#.*$", "");
      for (String typo : List.of(text.replaceFirst("\\{", "{{"), text.replaceFirst("=", ""))) {
        Exception found =
            assertThrows(
                source.getKey(), RuntimeException.class, () -> new HCLParser().parse(typo));
        assertThat(found.getCause(), is(instanceOf(HCLParserException.class)));
      }
    }
  }

  /** Terraform itself, where it is: it finds what the parser above lets pass. */
  @Test
  public void terraformReadsEveryFile() throws Exception {
    if (!isTerraformThere()) {
      assertThat(sources().keySet(), hasItem("main.tf"));
      return;
    }
    Process process =
        new ProcessBuilder("terraform", "fmt", "-check", "-diff", FOLDER.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said, process.waitFor(), is(0));
  }

  private static boolean isTerraformThere() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
  }

  /** What is referred to and not declared, in all files together. */
  private static List<String> undeclared(String text) {
    Set<String> declared = new TreeSet<>();
    text.lines()
        .forEach(
            line -> {
              Pattern.compile("^(resource|data) \"(\\w+)\" \"(\\w+)\"")
                  .matcher(line)
                  .results()
                  .forEach(
                      found ->
                          declared.add(
                              (found.group(1).equals("data") ? "data." : "")
                                  + found.group(2)
                                  + "."
                                  + found.group(3)));
              Pattern.compile("^variable \"(\\w+)\"")
                  .matcher(line)
                  .results()
                  .forEach(found -> declared.add("var." + found.group(1)));
            });
    Pattern.compile("(?s)^locals \\{\n(.*?)^}", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .flatMap(
            block ->
                Pattern.compile("^  (\\w+)\\s+=", Pattern.MULTILINE)
                    .matcher(block.group(1))
                    .results())
        .forEach(found -> declared.add("local." + found.group(1)));
    return Pattern.compile("(?<![\\w.\"/])((data\\.)?google_\\w+\\.\\w+|var\\.\\w+|local\\.\\w+)")
        .matcher(text.replaceAll("(?m)^\\s*#.*$", ""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !declared.contains(name))
        .distinct()
        .toList();
  }

  @Test
  public void everythingThatIsReferredToIsDeclared() throws IOException {
    assertThat(undeclared(all()), is(empty()));
  }

  @Test
  public void aTypoInAnyReferenceIsFound() throws IOException {
    String text = all();
    List<String> references =
        Pattern.compile("(?<![\\w.\"/])(google_\\w+\\.\\w+|var\\.\\w+|local\\.\\w+)")
            .matcher(text.replaceAll("(?m)^\\s*#.*$", ""))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(references.size(), is(greaterThan(30)));
    for (String reference : references) {
      String typo =
          text.replaceFirst("(?<![\\w.\"/])" + Pattern.quote(reference) + "\\b", reference + "x");
      assertThat(undeclared(typo), hasItem(reference + "x"));
    }
  }

  @Test
  public void everyFileThatIsReadIsThere() throws IOException {
    List<String> files =
        Pattern.compile("file\\(\"\\$\\{path\\.module}/([\\w./]+)\"\\)")
            .matcher(all())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(files.size(), is(3));
    files.forEach(file -> assertThat(file, Files.exists(FOLDER.resolve(file)), is(true)));
  }
}
