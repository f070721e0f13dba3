package dev.tipoff.transforms.roster;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Players' names reduced to what feeds agree on: lower-case letters a to z and digits, so that
 * "Luka Dončić", "LUKA DONCIC" and "Dončić, Luka" are one. Reducing twice changes nothing.
 *
 * <p>Dots, hyphens, apostrophes of every kind and spaces go, so that "P.J.", "P. J." and "PJ" are
 * one too. The part before a comma is the last name, unless only suffixes follow it.
 */
public final class PlayerName {
  /** Letters that Unicode does not decompose into a Latin letter and a mark. */
  private static final ImmutableMap<Character, String> LETTERS =
      ImmutableMap.<Character, String>builder()
          .put('ł', "l")
          .put('ø', "o")
          .put('đ', "d")
          .put('ð', "d")
          .put('ɖ', "d")
          .put('ɗ', "d")
          .put('ħ', "h")
          .put('ŧ', "t")
          .put('ı', "i")
          .put('ɨ', "i")
          .put('ɓ', "b")
          .put('ƙ', "k")
          .put('ŋ', "ng")
          .put('ə', "a")
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
      Splitter.on(CharMatcher.whitespace().or(CharMatcher.is('\u00a0'))).omitEmptyStrings();

  private static final Splitter PARTS = Splitter.on(',');

  private PlayerName() {}

  /** "Nikola Jokić" is nikolajokic; a suffix stays, "Trent Jr., Gary" is garytrentjr. */
  public static String normalise(String name) {
    return words(name).stream().map(PlayerName::letters).collect(Collectors.joining());
  }

  /**
   * Normalised and without the suffixes at its end, which are whole words: "Gary Trent Jr." is
   * garytrent, "Lavoy" keeps its v. A name of suffixes only keeps the first.
   */
  public static String withoutSuffix(String name) {
    return baseWords(name).stream().map(PlayerName::letters).collect(Collectors.joining());
  }

  /** The last word that is no suffix, normalised: "Jaren Jackson Jr." gives jackson. */
  public static String lastName(String name) {
    List<String> words = baseWords(name);
    return words.isEmpty() ? "" : letters(words.get(words.size() - 1));
  }

  /** Whether the name, suffixes aside, is a single word, a last name for instance. */
  static boolean isOneWord(String name) {
    return baseWords(name).size() == 1;
  }

  /** Whether names that differ in suffixes at most have none of one that the other contradicts. */
  static boolean suffixesAgree(String one, String other) {
    String first = suffix(one);
    String second = suffix(other);
    return first.isEmpty() || second.isEmpty() || first.equals(second);
  }

  private static String suffix(String name) {
    return normalise(name).substring(withoutSuffix(name).length());
  }

  private static String letters(String word) {
    String lower = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      letters.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
    }
    return KEPT.retainFrom(letters);
  }

  private static List<String> baseWords(String name) {
    List<String> words = words(name);
    return words.subList(0, end(words));
  }

  /** The words in the order they are spoken, suffixes last; none without a letter. */
  private static List<String> words(String name) {
    List<List<String>> parts =
        PARTS
            .splitToStream(name)
            .map(
                part -> WORDS.splitToStream(part).filter(word -> !letters(word).isEmpty()).toList())
            .filter(part -> !part.isEmpty())
            .toList();
    if (parts.size() < 2 || parts.get(1).stream().allMatch(PlayerName::isSuffix)) {
      return parts.stream().flatMap(List::stream).toList();
    }
    List<String> last = parts.get(0);
    List<String> first = parts.get(1);
    List<String> words = new ArrayList<>(first.subList(0, end(first)));
    words.addAll(last);
    words.addAll(first.subList(end(first), first.size()));
    parts.subList(2, parts.size()).forEach(words::addAll);
    return words;
  }

  /** Where the suffixes at the end begin. */
  private static int end(List<String> words) {
    int end = words.size();
    while (end > 1 && isSuffix(words.get(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSuffix(String word) {
    return SUFFIXES.contains(letters(word));
  }
}
