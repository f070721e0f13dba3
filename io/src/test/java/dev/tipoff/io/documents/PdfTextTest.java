package dev.tipoff.io.documents;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.sources.BadBodyException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.Test;

/** {@link PdfText} and {@link PdfStreams}. */
public class PdfTextTest {
  private static PdfWriter page() {
    return new PdfWriter(612, 792).page();
  }

  private static String refusal(byte[] pdf) {
    return String.valueOf(
        assertThrows(BadBodyException.class, () -> PdfText.pages(pdf)).getMessage());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A page that draws the stream with this dictionary; more objects may follow from 5 on. */
  private static byte[] drawing(String dictionary, byte[] stream, String more) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        bytes(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                + "/Resources<</Font<</F<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]"
                + "/FontMatrix[.1 0 0 .1 0 0]/CharProcs<<>>/FirstChar 97/LastChar 97/Widths[9]"
                + "/Encoding<</Differences[97/a]>>>>>>/XObject<</X0 5 0 R>>>>>>\nendobj\n"
                + "4 0 obj\n<<"
                + dictionary
                + "/Length "
                + stream.length
                + ">>\nstream\n"));
    pdf.writeBytes(stream);
    pdf.writeBytes(bytes("\nendstream\nendobj\n" + more + "trailer\n<</Root 1 0 R>>\n%%EOF\n"));
    return pdf.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    while (!deflater.finished()) {
      packed.write(chunk, 0, deflater.deflate(chunk));
    }
    deflater.end();
    return packed.toByteArray();
  }

  private static List<String> texts(List<PdfLine> lines) {
    return lines.stream().map(PdfLine::text).toList();
  }

  @Test
  public void wordsAreReadByTheirPlacesWhateverTheOrderTheyAreDrawnIn() throws BadBodyException {
    byte[] pdf =
        page()
            .text(300, 100, 10, "right")
            .text(50, 120, 10, "below Łuczak")
            .text(50, 101, 10, "left")
            .page()
            .page()
            .text(10, 700, 10, "last")
            .bytes();
    List<List<PdfLine>> pages = PdfText.pages(pdf);
    assertThat(texts(pages.get(0)), contains("left right", "below Łuczak"));
    assertThat(pages.get(1), is(empty()));
    assertThat(texts(pages.get(2)), contains("last"));
    assertThat(Math.round(pages.get(0).get(0).words().get(1).left()), is(300L));
    assertThat(Math.round(pages.get(0).get(1).baseline()), is(120L));
  }

  @Test
  public void whatIsNoPdfOrNotAllOfOneIsRefused() {
    byte[] pdf = page().text(50, 100, 10, "text").bytes();
    assertThat(
        refusal(bytes("<html>Access denied</html>")),
        is("not a PDF: it begins with '<html>Access denied<'"));
    assertThat(refusal(new byte[0]), is("not a PDF: it begins with ''"));
    for (double part : new double[] {0.1, 0.4, 0.7, 0.95}) {
      assertThat(
          refusal(Arrays.copyOf(pdf, (int) (part * pdf.length))),
          is("the PDF is cut: its end is missing"));
    }
    assertThat(refusal(page().bytes()), is("the PDF has no text"));
    assertThat(
        refusal(page().text(50, 100, 10, "secret").encrypted().bytes()),
        is("the PDF is encrypted"));
    assertThat(refusal(bytes("%PDF-1.4\n%%EOF")), startsWith("the PDF cannot be read: "));
  }

  @Test
  public void aStreamThatIsDamagedIsRefusedAndNotPassedOver() {
    byte[] good = deflated(bytes("BT /F 9 Tf (aaaa) Tj ET " + "(aaaa) pop ".repeat(40)));
    byte[] bad = good.clone();
    Arrays.fill(bad, bad.length / 2, bad.length - 1, (byte) 0xFF);
    assertThat(
        refusal(drawing("/Filter/FlateDecode", bad, "")),
        containsString("a stream of the PDF, at byte "));
    assertThat(
        refusal(drawing("/Filter [ /FlateDecode ]", Arrays.copyOf(good, 8), "")),
        containsString("is damaged"));
  }

  @Test
  public void aBombDoesNotGoOff() {
    byte[] large = deflated(new byte[33 << 20]);
    assertThat(
        refusal(drawing("/Filter/FlateDecode", large, "")),
        is("the PDF unpacks to more than 32 MB"));
    for (String filter :
        new String[] {
          "/Filter/LZWDecode",
          "/Filter[/ASCII85Decode/FlateDecode]",
          "/Filter [/FlateDecode /FlateDecode]",
          "/Filter 9 0 R"
        }) {
      assertThat(
          refusal(drawing(filter, deflated(bytes("BT ET")), "")),
          startsWith("a stream of the PDF is packed in another way than by Flate: "));
    }
    PdfWriter pages = new PdfWriter(9, 9);
    for (int page = 0; page <= 60; page++) {
      pages.page();
    }
    assertThat(refusal(pages.bytes()), is("the PDF has 61 pages, more than 60"));
    String letters = "BT /F 9 Tf (" + "a".repeat(400_001) + ") Tj ET";
    assertThat(
        refusal(drawing("/Filter/FlateDecode", deflated(bytes(letters)), "")),
        containsString("more than 400000 letters"));
    assertThat(
        refusal(
            bytes(
                "%PDF-1.4\n1 0 obj\n" + "[".repeat(300_000) + "\ntrailer\n<</Root 1 0 R>>\n%%EOF")),
        startsWith("the PDF cannot be read: "));
  }

  /** Ten forms of which each draws the next one ten times. */
  @Test
  public void formsThatDrawEachOtherWithoutEndAreRefused() {
    StringBuilder forms = new StringBuilder();
    for (int form = 0; form < 12; form++) {
      String content = ("/X" + (form + 1) + " Do ").repeat(10);
      forms.append(
          (5 + form)
              + " 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X"
              + (form + 1)
              + " "
              + (6 + form)
              + " 0 R>>>>/Length "
              + content.length()
              + ">>\nstream\n"
              + content
              + "\nendstream\nendobj\n");
    }
    assertThat(
        refusal(drawing("", bytes("/X0 Do"), forms.toString())),
        containsString("more than 400000 operations"));
  }
}
