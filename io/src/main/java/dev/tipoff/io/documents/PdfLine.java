package dev.tipoff.io.documents;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Words on one baseline, from left to right.
 *
 * @param baseline in points from the top of the page
 */
record PdfLine(double baseline, List<PdfWord> words) {
  PdfLine {
    words = List.copyOf(words);
  }

  /** The words with one space between. */
  String text() {
    return words.stream().map(PdfWord::text).collect(Collectors.joining(" "));
  }

  /** The size of its largest letters. */
  double size() {
    return words.stream().mapToDouble(PdfWord::size).max().orElse(0);
  }
}
