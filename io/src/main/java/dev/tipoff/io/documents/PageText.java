package dev.tipoff.io.documents;

import com.google.common.base.Preconditions;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Puts the letters that a page draws together to words and lines by where they stand. */
final class PageText extends PDFTextStripper {
  private static final int LETTERS = 400_000;
  private static final int OPERATIONS = 400_000;

  /** The gap between two words, and the distance of two baselines, in sizes of the letters. */
  private static final double GAP = 0.12;

  private static final double SAME_LINE = 0.25;

  private record Letter(double left, double right, double baseline, double size, String text) {}

  private final List<Letter> letters = new ArrayList<>();
  private int allLetters;
  private int operations;

  /**
   * The lines of a page, from top to bottom.
   *
   * @param number of the page, from 1
   * @throws IllegalStateException if the pages read so far draw more than a document can hold
   */
  List<PdfLine> lines(PDDocument document, int number) throws IOException {
    letters.clear();
    setStartPage(number);
    setEndPage(number);
    writeText(document, Writer.nullWriter());
    letters.sort(Comparator.comparingDouble(Letter::baseline));
    List<PdfLine> lines = new ArrayList<>();
    List<Letter> line = new ArrayList<>();
    for (Letter letter : letters) {
      if (!line.isEmpty()
          && letter.baseline() - line.get(0).baseline() > SAME_LINE * letter.size()) {
        lines.add(line(line));
        line.clear();
      }
      line.add(letter);
    }
    if (!line.isEmpty()) {
      lines.add(line(line));
    }
    return lines;
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    Preconditions.checkState(++allLetters <= LETTERS, "more than %s letters", LETTERS);
    String text = letter.getUnicode();
    if (text != null && !text.isBlank()) {
      double left = letter.getXDirAdj();
      letters.add(
          new Letter(
              left,
              left + letter.getWidthDirAdj(),
              letter.getYDirAdj(),
              Math.abs(letter.getFontSizeInPt()),
              text.strip()));
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    Preconditions.checkState(++operations <= OPERATIONS, "more than %s operations", OPERATIONS);
    super.processOperator(operator, operands);
  }

  private static PdfLine line(List<Letter> line) {
    List<Letter> sorted = new ArrayList<>(line);
    sorted.sort(Comparator.comparingDouble(Letter::left));
    List<PdfWord> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Letter first = sorted.get(0);
    Letter last = first;
    for (Letter letter : sorted) {
      if (letter.left() - last.right() > GAP * letter.size()) {
        words.add(word(first, last, text));
        text.setLength(0);
        first = letter;
      }
      text.append(letter.text());
      last = letter;
    }
    words.add(word(first, last, text));
    return new PdfLine(line.get(0).baseline(), words);
  }

  private static PdfWord word(Letter first, Letter last, StringBuilder text) {
    return new PdfWord(
        first.left(), last.right(), first.size(), Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
