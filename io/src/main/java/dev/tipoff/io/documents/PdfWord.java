package dev.tipoff.io.documents;

/**
 * Letters of a page that stand together without a gap.
 *
 * @param left where it begins, in points from the left edge of the page
 * @param right where it ends
 * @param size of its letters, in points
 */
record PdfWord(double left, double right, double size, String text) {}
