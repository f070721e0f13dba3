package dev.tipoff.transforms.redaction;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import com.google.common.primitives.Chars;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows text that looks like the value of a secret: addresses of Slack's webhooks, Sentry's DSNs
 * and whatever else has a login in its address, keys of Google and AWS, tokens of GitHub, Slack and
 * Brevo, JSON Web Tokens, private keys, what an {@code Authorization} header carries, and what
 * follows {@code key=}, {@code token=}, {@code secret=} or {@code password=}.
 *
 * <p>It looks at shapes only: a secret without one is not found. Where the value is known, as in a
 * call, take that out instead. A reference such as {@code secret:ODDS_API_KEY} is no secret.
 */
public final class SecretShapes {
  private static final String MASK = "***";

  /** What is a secret from its first character to its last. */
  private static final Pattern WHOLE =
      Pattern.compile(
          String.join(
              "|",
              "(?<=hooks\\.slack\\.com/)[\\w/%-]+",
              "(?<=hooks\\.slack-gov\\.com/)[\\w/%-]+",
              "xox[a-z]-[\\w-]{10,}",
              "AIza[\\w-]{35,}",
              "(?:AKIA|ASIA)[0-9A-Z]{16,}",
              "-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----"
                  + "(?s:.*?)(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY-----|\\z)",
              "eyJ[\\w-]{5,}\\.eyJ[\\w-]{5,}(?:\\.[\\w-]*)?",
              "gh[a-z]_[A-Za-z0-9]{36,}",
              "github_pat_\\w{22,}",
              "x(?:smtpsib|keysib)-[\\w-]{20,}"));

  /** A login in an address. */
  private static final Pattern LOGIN = Pattern.compile("(://)([^/\\s?#\"'<>]+)(?=@)");

  /** A value after a name that says what it is. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:key|token|secret|password|passwd)[\"']?\\s*[=:]\\s*"
              + "|authorization[\"']?\\s*[=:]\\s*[\"']?(?:(?:basic|bearer|digest|token)\\s+)?"
              + "|bearer\\s+(?=\\S{16}))"
              + "(\"[^\"]*\"|'[^']*'|[\"']?[^&\\s,}\"']+)");

  /** An option of a command with its value. */
  private static final Pattern OPTION = Pattern.compile("(--\\w+=)(\\S+)");

  private static final String SCHEME = "secret:";
  private static final Pattern REFERENCE =
      Pattern.compile(SCHEME + "([A-Za-z][\\w-]{0,254})(?:@\\w{1,9})?[.:;)\\]]*");

  private static final CharMatcher PLACEHOLDER = CharMatcher.anyOf(".*\"'");

  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{32,}|[0-9A-F]{32,}");
  private static final Pattern BASE64 = Pattern.compile("[\\w+-]{32,}={0,2}");
  private static final CharMatcher CAPITALS = CharMatcher.inRange('A', 'Z');
  private static final CharMatcher SMALL_LETTERS = CharMatcher.inRange('a', 'z');
  private static final CharMatcher LETTERS = CAPITALS.or(SMALL_LETTERS);
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  /** Bits a character: random text of this length has more, and words have less. */
  private static final double RANDOM_HEXADECIMAL = 3.0;

  private static final double RANDOM_BASE64 = 4.25;

  private SecretShapes() {}

  /** Whether anything in the text looks like a secret's value. */
  public static boolean isIn(String text) {
    return !maskedOnce(text).equals(text);
  }

  /**
   * Whether the text as a whole may be a secret's value: something in it looks like one, or it is
   * one long random word, as keys are, and hashes and generated ids too.
   */
  public static boolean isValue(String text) {
    return isIn(text) || isRandom(text);
  }

  /**
   * The text with {@code ***} for all that looks like a secret's value. A long random word counts
   * where it is an option's value, as in {@code --option=value}. Nothing is left that {@link #isIn}
   * finds.
   */
  public static String redact(String text) {
    String masked = maskedOnce(text);
    // What is masked may uncover a shape around it.
    return masked.equals(text) ? text : redact(masked);
  }

  private static String maskedOnce(String text) {
    String masked = WHOLE.matcher(text).replaceAll(MASK);
    masked = LOGIN.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    masked = NAMED.matcher(masked).replaceAll(SecretShapes::named);
    return OPTION.matcher(masked).replaceAll(SecretShapes::option);
  }

  private static String named(MatchResult found) {
    String name = found.group(1);
    String value = found.group(2);
    boolean isHarmless =
        PLACEHOLDER.matchesAllOf(value)
            || isReference(value)
            || (name.endsWith(SCHEME) && isReference(SCHEME + value));
    return Matcher.quoteReplacement(isHarmless ? found.group() : name + MASK);
  }

  private static boolean isReference(String text) {
    Matcher reference = REFERENCE.matcher(text);
    return reference.matches() && !isRandom(reference.group(1));
  }

  private static String option(MatchResult found) {
    return Matcher.quoteReplacement(
        isRandom(found.group(2)) ? found.group(1) + MASK : found.group());
  }

  private static boolean isRandom(String text) {
    if (HEXADECIMAL.matcher(text).matches()) {
      return LETTERS.matchesAnyOf(text)
          && DIGITS.matchesAnyOf(text)
          && entropy(text) > RANDOM_HEXADECIMAL;
    }
    return BASE64.matcher(text).matches()
        && CAPITALS.countIn(text) > 3
        && SMALL_LETTERS.countIn(text) > 3
        && DIGITS.countIn(text) > 1
        && entropy(text) > RANDOM_BASE64;
  }

  /** Shannon's entropy of the characters, in bits a character. */
  private static double entropy(String text) {
    Multiset<Character> characters = ImmutableMultiset.copyOf(Chars.asList(text.toCharArray()));
    return characters.entrySet().stream()
        .mapToDouble(each -> (double) each.getCount() / text.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
