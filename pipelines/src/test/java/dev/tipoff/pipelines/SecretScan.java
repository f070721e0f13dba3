package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks through files for what may be a secret, word by word: in code nearly every line has a
 * {@code key = something} that is none. Names of methods are no secrets, however random they look.
 */
final class SecretScan {
  private static final Pattern WORD = Pattern.compile("[^\\s\"'`(){}\\[\\]<>,;|&=\\\\]{12,}");
  private static final Pattern METHOD_REFERENCE = Pattern.compile("::");
  private static final String PRIVATE_KEY = "-----" + "BEGIN ";

  private final Predicate<String> looksLikeSecret;
  private final ImmutableSet<String> invented;

  /**
   * @param looksLikeSecret of a word, or of a line that begins a private key
   * @param invented words that look like secrets and are made up
   */
  SecretScan(Predicate<String> looksLikeSecret, ImmutableSet<String> invented) {
    this.looksLikeSecret = looksLikeSecret;
    this.invented = invented;
  }

  /** File and line of each secret, never the secret. */
  List<String> find(Path root, Iterable<String> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (String file : files) {
      // Any bytes are text in this charset, and a secret is ASCII.
      List<String> lines =
          Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (hasSecret(lines.get(i))) {
          found.add(String.format(Locale.ROOT, "%s:%d", file, i + 1));
        }
      }
    }
    return found;
  }

  private boolean hasSecret(String line) {
    return (line.contains(PRIVATE_KEY) && looksLikeSecret.test(line))
        || WORD.matcher(line).results().anyMatch(word -> isSecret(line, word));
  }

  private boolean isSecret(String line, MatchResult word) {
    String text = word.group();
    boolean namesMethod = METHOD_REFERENCE.matcher(text).find() || line.startsWith("(", word.end());
    return !namesMethod && !invented.contains(text) && looksLikeSecret.test(text);
  }
}
