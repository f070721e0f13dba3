package dev.tipoff.io.alerts;

import dev.tipoff.io.http.HttpFault;
import dev.tipoff.io.http.PostClient;
import dev.tipoff.io.http.Redaction;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts for a channel whose address is a secret. */
final class ChannelPosts implements AutoCloseable {
  private final String channel;
  private final PostClient client;

  ChannelPosts(String channel, Duration deadline) {
    this.channel = channel;
    this.client = new PostClient(deadline);
  }

  /**
   * Posts a body.
   *
   * @param secret the address, or what it was made of
   * @throws UnsentAlertException if the other side has not taken it
   */
  void post(ChannelSecret secret, String address, Map<String, String> headers, byte[] body)
      throws UnsentAlertException {
    try {
      Redaction redaction = Redaction.ofAddress(secret.reference(), secret.value());
      Optional<HttpFault> fault = client.post(request(secret, address, headers, body), redaction);
      if (fault.isPresent()) {
        throw new UnsentAlertException(channel + ": " + fault.get().message());
      }
    } catch (IllegalArgumentException e) {
      throw new UnsentAlertException(channel + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnsentAlertException(channel + ": interrupted");
    }
  }

  private static HttpRequest request(
      ChannelSecret secret, String address, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(URI.create(address));
    } catch (IllegalArgumentException e) {
      // Its message has the address.
      throw new IllegalArgumentException(
          "the value of " + secret.reference() + " is no address of http or https");
    }
    headers.forEach(request::setHeader);
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
  }

  @Override
  public void close() {
    client.close();
  }
}
