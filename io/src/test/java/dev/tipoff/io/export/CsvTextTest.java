package dev.tipoff.io.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;

public class CsvTextTest {
  private static String line(Object... cells) {
    CsvText csv = new CsvText(List.of("name", "figure"));
    csv.add(Arrays.asList(cells));
    return csv.toString().replaceFirst("name,figure\n", "");
  }

  @Test
  public void aTableWithoutRecordsHasItsHeader() {
    assertThat(new CsvText(List.of("name", "figure")).toString(), is("name,figure\n"));
  }

  @Test
  public void whatSeparatesIsQuotedAndReadBack() throws IOException {
    String line = line("Quill, Zed \"The Door\" Jokić", -0.5);
    assertThat(line, is("\"Quill, Zed \"\"The Door\"\" Jokić\",-0.5\n"));
    CSVRecord cells = CSVFormat.RFC4180.parse(new StringReader(line)).iterator().next();
    assertThat(cells.get(0), is("Quill, Zed \"The Door\" Jokić"));
    assertThat(cells.size(), is(2));
  }

  @Test
  public void anAbsentCellIsEmpty() {
    assertThat(line("Ann", null), is("Ann,\n"));
  }

  @Test
  public void aRecordIsOneLineAndCannotColourTheTerminal() {
    assertThat(line("A\r\nB\u001b[31m\u009bC", 1), is("A  B [31m C,1\n"));
  }

  @Test
  public void noSpreadsheetComputesText() {
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r@x")) {
      assertThat(text, line(text, 1), is("'" + text.replaceAll("\\p{Cc}", " ") + ",1\n"));
    }
    assertThat(line("O'Neal-Smith", 1), is("O'Neal-Smith,1\n"));
  }

  @Test
  public void numbersKeepTheirSign() {
    assertThat(line(-110L, -0.25), is("-110,-0.25\n"));
  }

  @Test
  public void aRecordHasACellForEachColumn() {
    assertThrows(IllegalArgumentException.class, () -> line("Ann"));
  }
}
