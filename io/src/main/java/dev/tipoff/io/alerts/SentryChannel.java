package dev.tipoff.io.alerts;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Bytes;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import io.sentry.ISerializer;
import io.sentry.JsonSerializer;
import io.sentry.RequestDetails;
import io.sentry.RequestDetailsResolver;
import io.sentry.SentryEnvelopeHeader;
import io.sentry.SentryEnvelopeItemHeader;
import io.sentry.SentryEvent;
import io.sentry.SentryItemType;
import io.sentry.SentryOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

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

  /**
   * A line of the envelope, a line of its one item, and the event (Sentry's "Envelopes"). The SDK
   * writes each, and not the whole, whose writer may throw anything.
   */
  private byte[] envelope(Alert alert) throws UnsentAlertException {
    SentryEvent event = SentryAlert.event(alert, declared);
    try {
      byte[] item = json(event).getBytes(StandardCharsets.UTF_8);
      SentryEnvelopeItemHeader header =
          new SentryEnvelopeItemHeader(
              SentryItemType.Event, item.length, "application/json", null, null, null, null);
      return Bytes.concat(line(new SentryEnvelopeHeader(event.getEventId())), line(header), item);
    } catch (IOException e) {
      throw new UnsentAlertException("sentry: the envelope cannot be written: " + e);
    }
  }

  private byte[] line(Object part) throws IOException {
    return (json(part) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private String json(Object part) throws IOException {
    StringWriter text = new StringWriter();
    json.serialize(part, text);
    return text.toString();
  }

  @Override
  public void close() {
    posts.close();
  }
}
