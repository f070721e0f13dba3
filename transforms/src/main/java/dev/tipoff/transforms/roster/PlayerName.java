package dev.tipoff.transforms.roster;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Players' names reduced to what feeds agree on: lower-case letters a to z and digits, so that
 * "Luka Dončić" and "LUKA DONCIC" are one. Reducing twice changes nothing.
 */
public final class PlayerName {
  /** Letters that Unicode does not decompose into a Latin letter and a mark. */
  private static final ImmutableMap<Character, String> LETTERS =
      ImmutableMap.<Character, String>builder()
          .put('ł', "l")
          .put('ø', "o")
          .put('đ', "d")
          .put('ð', "d")
          .put('ħ', "h")
          .put('ŧ', "t")
          .put('ı', "i")
          .put('ß', "ss")
          .put('æ', "ae")
          .put('œ', "oe")
          .put('þ', "th")
          .buildOrThrow();

  private static final ImmutableSet<String> SUFFIXES =
      ImmutableSet.of(
          "jr", "sr", "ii", "iii", "iv", "v", "2nd", "3rd", "4th", "5th", "junior", "senior");

  private static final CharMatcher KEPT =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));

  private static final Splitter WORDS =
      Splitter.on(CharMatcher.whitespace().or(CharMatcher.is('\u00a0')).or(CharMatcher.is(',')))
          .omitEmptyStrings();

  private PlayerName() {}

  /** "Nikola Jokić" is nikolajokic; a suffix stays, "Gary Trent Jr." is garytrentjr. */
  public static String normalise(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      letters.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
    }
    return KEPT.retainFrom(Normalizer.normalize(letters, Normalizer.Form.NFD));
  }

  /**
   * Normalised and without the suffixes at its end, which are whole words: "Gary Trent Jr." is
   * garytrent, "Lavoy" keeps its v. A name of suffixes only keeps the first.
   */
  public static String withoutSuffix(String name) {
    return normalise(String.join(" ", baseWords(name)));
  }

  /** The last word that is no suffix, normalised: "Jaren Jackson Jr." gives jackson. */
  public static String lastName(String name) {
    List<String> words = baseWords(name);
    return words.isEmpty() ? "" : normalise(words.get(words.size() - 1));
  }

  private static List<String> baseWords(String name) {
    List<String> words =
        WORDS.splitToStream(name).filter(word -> !normalise(word).isEmpty()).toList();
    int end = words.size();
    while (end > 1 && SUFFIXES.contains(normalise(words.get(end - 1)))) {
      end--;
    }
    return words.subList(0, end);
  }
}
