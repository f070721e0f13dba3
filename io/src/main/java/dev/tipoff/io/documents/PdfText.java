package dev.tipoff.io.documents;

import dev.tipoff.io.sources.BadBodyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The lines of text of a PDF's pages, with the place of each word. */
final class PdfText {
  private static final int PAGES = 60;

  private PdfText() {}

  /**
   * Reads a document.
   *
   * @return the lines of each page from top to bottom; a page without text has none
   * @throws BadBodyException if it is not a whole and readable PDF, is encrypted, has no text at
   *     all, or is larger than a document of the league can be: in pages, in bytes when unpacked,
   *     or in letters
   */
  static List<List<PdfLine>> pages(byte[] pdf) throws BadBodyException {
    PdfStreams.check(pdf);
    List<List<PdfLine>> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int count = document.getNumberOfPages();
      if (count > PAGES) {
        throw new BadBodyException("the PDF has " + count + " pages, more than " + PAGES);
      }
      PageText reader = new PageText();
      for (int number = 1; number <= count; number++) {
        pages.add(reader.lines(document, number));
      }
    } catch (IOException | RuntimeException e) {
      // The library throws what it likes at a document that it does not understand.
      throw new BadBodyException("the PDF cannot be read: " + e);
    } catch (StackOverflowError e) {
      throw new BadBodyException("the PDF cannot be read: it is nested too deeply");
    }
    if (pages.stream().allMatch(List::isEmpty)) {
      throw new BadBodyException("the PDF has no text");
    }
    return pages;
  }
}
