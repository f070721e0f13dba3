package dev.tipoff.io.alerts;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import java.nio.charset.StandardCharsets;

/** Posts alerts to Slack's incoming webhooks. */
final class SlackChannel implements AlertChannel {
  private static final ImmutableMap<String, String> HEADERS =
      ImmutableMap.of("Content-Type", "application/json; charset=UTF-8");

  private final Gson json = GsonFactory.createSnakeCase();
  private final DeclaredSlack declared;
  private final Secrets secrets;
  private final ChannelPosts posts;

  SlackChannel(DeclaredSlack declared, Secrets secrets) {
    this.declared = declared;
    this.secrets = secrets;
    this.posts = new ChannelPosts(declared.id(), declared.deadline());
  }

  @Override
  public void send(Alert alert) throws UnsentAlertException {
    ChannelSecret webhook = ChannelSecret.fetch(declared.id(), secrets, declared.webhook(alert));
    String message = json.toJson(SlackMessage.of(alert, declared.runbook()));
    posts.post(
        webhook, webhook.value().reveal(), HEADERS, message.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    posts.close();
  }
}
