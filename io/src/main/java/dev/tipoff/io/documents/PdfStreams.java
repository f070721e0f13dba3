package dev.tipoff.io.documents;

import dev.tipoff.io.sources.BadBodyException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Holds the streams of a PDF against what a document of the league is, before a library unpacks any
 * of them into memory, and because that library passes over damaged ones without a word.
 */
final class PdfStreams {
  private static final long UNPACKED = 32L << 20;
  private static final int END = 1024;
  private static final int DICTIONARY = 4096;

  private static final Pattern STREAM = Pattern.compile(">>\\s*stream[ \\t]*\\r?\\n?");
  private static final Pattern FILTER = Pattern.compile("/Filter\\b");
  private static final Pattern FILTER_NAME = Pattern.compile("/(\\w+Decode)\\b");
  private static final String FLATE = "FlateDecode";

  /** Compressions of pictures, which nobody unpacks here. */
  private static final Set<String> PICTURES =
      Set.of("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode");

  private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\b");

  private final byte[] pdf;
  private long unpacked;

  private PdfStreams(byte[] pdf) {
    this.pdf = pdf;
  }

  /**
   * @throws BadBodyException if it is no PDF, is cut or encrypted, has a damaged stream, or unpacks
   *     to more than 32 MB
   */
  static void check(byte[] pdf) throws BadBodyException {
    new PdfStreams(pdf).check();
  }

  private void check() throws BadBodyException {
    String bytes = new String(pdf, StandardCharsets.ISO_8859_1);
    int header = bytes.indexOf("%PDF-");
    if (header < 0 || header > END) {
      throw new BadBodyException(
          "not a PDF: it begins with '" + bytes.substring(0, Math.min(20, bytes.length())) + "'");
    }
    if (bytes.indexOf("%%EOF", Math.max(0, bytes.length() - END)) < 0) {
      throw new BadBodyException("the PDF is cut: its end is missing");
    }
    if (ENCRYPTED.matcher(bytes).find()) {
      throw new BadBodyException("the PDF is encrypted");
    }
    for (Matcher stream = STREAM.matcher(bytes); stream.find(); ) {
      String dictionary = dictionary(bytes, stream.start());
      if (FILTER.matcher(dictionary).find()) {
        String filter = filter(dictionary);
        if (filter.equals(FLATE)) {
          inflate(stream.end());
        } else if (!PICTURES.contains(filter)) {
          throw new BadBodyException(
              "a stream of the PDF is packed in another way than by Flate: " + filter);
        }
      }
    }
  }

  /** The names of the filters, together; empty if they stand elsewhere. */
  private static String filter(String dictionary) {
    return FILTER_NAME
        .matcher(dictionary)
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.joining(" after "));
  }

  /** What stands between the beginning of an object and the end of its dictionary. */
  private static String dictionary(String bytes, int end) {
    String before = bytes.substring(Math.max(0, end - DICTIONARY), end);
    return before.substring(before.lastIndexOf("obj") + 1);
  }

  private void inflate(int start) throws BadBodyException {
    Inflater inflater = new Inflater();
    byte[] chunk = new byte[8192];
    try {
      inflater.setInput(pdf, start, pdf.length - start);
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        unpacked += count;
        if (unpacked > UNPACKED) {
          throw new BadBodyException("the PDF unpacks to more than 32 MB");
        }
        if (count == 0 && !inflater.finished()) {
          throw new DataFormatException("it goes on past the end");
        }
      }
    } catch (DataFormatException e) {
      throw new BadBodyException(
          "a stream of the PDF, at byte " + start + ", is damaged: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }
}
