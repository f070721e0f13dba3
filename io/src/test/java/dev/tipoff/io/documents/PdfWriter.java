package dev.tipoff.io.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Writes texts to places of a PDF's pages; the same texts give the same bytes. */
final class PdfWriter {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument document = new PDDocument();
  private final PDRectangle size;
  private final PDFont font;
  private @Nullable PDPageContentStream content;

  PdfWriter(float width, float height) {
    size = new PDRectangle(width, height);
    document.setDocumentId(1L);
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      font = PDType0Font.load(document, Objects.requireNonNull(file), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PdfWriter page() {
    PDPage page = new PDPage(size);
    document.addPage(page);
    try {
      finish();
      content = new PDPageContentStream(document, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void finish() throws IOException {
    if (content != null) {
      content.close();
    }
  }

  /**
   * Writes a text.
   *
   * @param left from the left edge, in points
   * @param baseline from the top
   */
  PdfWriter text(double left, double baseline, double letters, String text) {
    PDPageContentStream page = Objects.requireNonNull(content);
    try {
      page.beginText();
      page.setFont(font, (float) letters);
      page.newLineAtOffset((float) left, (float) (size.getHeight() - baseline));
      page.showText(text);
      page.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Makes the document one that opens without a password, but is encrypted. */
  PdfWriter encrypted() {
    try {
      document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      finish();
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
