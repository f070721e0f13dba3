package dev.tipoff.io.alerts;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import io.sentry.ISerializer;
import io.sentry.JsonSerializer;
import io.sentry.RequestDetails;
import io.sentry.RequestDetailsResolver;
import io.sentry.SentryEnvelope;
import io.sentry.SentryOptions;
import java.io.ByteArrayOutputStream;

/**
 * Posts alerts to Sentry as envelopes of one event each. The SDK makes them; it does not send them,
 * since its transport does not say whether Sentry took one.
 */
final class SentryChannel implements AlertChannel {
  private static final String CLIENT = "tipoff";

  private final ISerializer json = new JsonSerializer(SentryOptions.empty());
  private final DeclaredSentry declared;
  private final Secrets secrets;
  private final ChannelPosts posts;

  SentryChannel(DeclaredSentry declared, Secrets secrets) {
    this.declared = declared;
    this.secrets = secrets;
    this.posts = new ChannelPosts(declared.id(), declared.deadline());
  }

  @Override
  public void send(Alert alert) throws UnsentAlertException {
    ChannelSecret dsn = ChannelSecret.fetch(declared.id(), secrets, declared.dsn());
    RequestDetails request = request(dsn);
    posts.post(
        dsn,
        request.getUrl().toString(),
        ImmutableMap.<String, String>builder()
            .putAll(request.getHeaders())
            .put("Content-Type", "application/x-sentry-envelope")
            .buildOrThrow(),
        envelope(alert));
  }

  private static RequestDetails request(ChannelSecret dsn) throws UnsentAlertException {
    try {
      return new RequestDetailsResolver(dsn.value().reveal(), CLIENT).resolve();
    } catch (IllegalArgumentException e) {
      // Its message has parts of the value.
      throw new UnsentAlertException("sentry: the value of " + dsn.reference() + " is no DSN");
    }
  }

  private byte[] envelope(Alert alert) throws UnsentAlertException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      json.serialize(SentryEnvelope.from(json, SentryAlert.event(alert, declared), null), bytes);
    } catch (Exception e) {
      // Sentry's serializer declares no narrower one.
      throw new UnsentAlertException("sentry: the envelope cannot be written: " + e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    posts.close();
  }
}
