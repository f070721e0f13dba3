package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.http.SecretForms;
import java.nio.charset.StandardCharsets;

/**
 * A secret whose value is known by a marker, and has no shape by which anything else would know it.
 * All markers begin alike, so that one of which only the start is left is found too.
 */
enum MarkedSecret {
  ODDS_API_KEY("cAnArY/0dds+Zx=9&w~Pq:2"),
  BDL_API_KEY("cAnArY-b4ll_Kp/88=="),
  SLACK_WEBHOOK("cAnArY5lackT0ken7q"),
  SMTP_PASSWORD("cAnArY&ma1l<w0rd>9+/"),
  SENTRY_DSN("cAnArY53ntryKey42");

  /** What they all begin with. */
  static final String START = "cAnArY";

  private final String marker;
  private final ImmutableList<byte[]> forms;

  MarkedSecret(String marker) {
    this.marker = marker;
    this.forms =
        SecretForms.of(marker).stream()
            .map(form -> form.getBytes(StandardCharsets.ISO_8859_1))
            .collect(ImmutableList.toImmutableList());
  }

  /** Its value, or the part of the address that is its value. */
  String marker() {
    return marker;
  }

  /** The marker in every form in which somebody may repeat it. */
  ImmutableList<byte[]> forms() {
    return forms;
  }

  /** Whether a text has it in any form. */
  boolean isIn(String text) {
    return SecretForms.of(marker).stream().anyMatch(text::contains);
  }

  /** All forms, one after the other, for servers to repeat. */
  String everyForm() {
    return String.join(" ", SecretForms.of(marker));
  }

  /** The value of the secret with which a server at an address is reached. */
  String valueAt(String server) {
    return switch (this) {
      case ODDS_API_KEY, BDL_API_KEY, SMTP_PASSWORD -> marker;
      case SLACK_WEBHOOK -> server + "/services/T0/B0/" + marker;
      case SENTRY_DSN -> server.replace("://", "://" + marker + "@") + "/42";
    };
  }
}
