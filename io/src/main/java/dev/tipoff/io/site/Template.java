package dev.tipoff.io.site;

import com.google.common.base.Preconditions;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resource of this package with {@code {{placeholders}}}. */
record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  static Template named(String resource) {
    try {
      return new Template(
          Resources.toString(
              Resources.getResource(Template.class, resource), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page's " + resource, e);
    }
  }

  /**
   * Puts in every value in one pass, so that a value which looks like a placeholder stays as it is.
   *
   * @throws IllegalArgumentException if a placeholder has no value
   */
  String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              Preconditions.checkArgument(value != null, "no value for %s", found.group());
              return Matcher.quoteReplacement(value);
            });
  }
}
