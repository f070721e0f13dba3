package dev.tipoff.transforms.failure;

import static java.util.stream.Collectors.joining;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

/** {@code docs/runbook.md} says of each failure code, and of no other, what to do about it. */
public class RunbookTest {
  private static final String HEADING = "\n## ";
  private static final int SHORTEST = 100;

  private static String introduction;
  private static List<Entry> entries;

  /** What stands under a heading: paragraphs, the first of which is the line of the severity. */
  private record Entry(String heading, List<String> paragraphs) {
    static Entry parse(String text) {
      List<String> parts = Arrays.asList(text.strip().split("\n{2,}", -1));
      return new Entry(parts.get(0), parts.subList(1, parts.size()));
    }
  }

  @BeforeClass
  public static void read() throws IOException {
    String[] parts =
        Files.readString(Path.of(System.getProperty("tipoff.root"), "docs", "runbook.md"))
            .split(HEADING, -1);
    introduction = parts[0];
    entries = Arrays.stream(parts).skip(1).map(Entry::parse).toList();
  }

  @Test
  public void everyCodeHasOneEntryInTheOrderOfTheCodes() {
    assertThat(
        entries.stream().map(Entry::heading).toList(),
        is(Stream.of(FailureCode.values()).map(FailureCode::name).toList()));
  }

  @Test
  public void anAnchorIsTheHeadingInLowerCase() {
    for (FailureCode code : FailureCode.values()) {
      assertThat(code.anchor(), is(code.name().toLowerCase(Locale.ROOT)));
    }
  }

  @Test
  public void anEntryIsItsSeverityAndOneParagraph() {
    for (Entry entry : entries) {
      assertThat(entry.heading(), entry.paragraphs(), hasSize(2));
      assertThat(
          entry.heading(),
          entry.paragraphs().get(0),
          is(severity(FailureCode.valueOf(entry.heading()))));
      assertThat(
          entry.heading(), entry.paragraphs().get(1).length(), is(greaterThanOrEqualTo(SHORTEST)));
    }
  }

  @Test
  public void theIndexHasEveryCodeUnderItsSeverity() {
    List<String> index = introduction.lines().filter(line -> line.startsWith("| **")).toList();
    assertThat(
        index,
        is(
            Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .map(RunbookTest::indexLine)
                .toList()));
  }

  /** As in {@code warning; critical from 1,000 in a run; permanent}. */
  private static String severity(FailureCode code) {
    StringBuilder text = new StringBuilder(lower(code.severity(1)));
    code.many()
        .ifPresent(
            many ->
                text.append(
                    String.format(
                        Locale.ROOT, "; %s from %,d in a run", lower(code.severity(many)), many)));
    return text.append(code.isTransient() ? "; transient" : "; permanent").toString();
  }

  private static String indexLine(Severity severity) {
    return Stream.of(FailureCode.values())
        .filter(code -> code.severity(1) == severity)
        .map(code -> String.format("[%s](#%s)", code, code.anchor()))
        .collect(joining(", ", "| **" + lower(severity) + "** | ", " |"));
  }

  private static String lower(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
