package dev.tipoff.io.alerts;

import com.google.common.collect.ImmutableList;
import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import com.slack.api.model.Attachment;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.webhook.Payload;
import dev.tipoff.transforms.alerts.Alert;
import java.util.List;

/**
 * An alert as blocks of Slack's Block Kit, in an attachment of the severity's colour. Nothing that
 * an alert quotes becomes a mention, a link or a block of its own.
 */
final class SlackMessage {
  /** Slack's own limits, in characters. */
  private static final int HEADER = 150;

  private static final int SECTION = 3_000;
  private static final int FIELD = 2_000;

  /** Slack's three control characters: a mention or a link is written between the last two. */
  private static final Escaper ESCAPER =
      Escapers.builder()
          .addEscape('&', "&amp;")
          .addEscape('<', "&lt;")
          .addEscape('>', "&gt;")
          .build();

  private SlackMessage() {}

  static Payload of(Alert alert, Runbook runbook) {
    String heading = fit(AlertText.heading(alert), HEADER);
    ImmutableList.Builder<LayoutBlock> blocks = ImmutableList.builder();
    blocks.add(
        HeaderBlock.builder().text(plain(heading)).build(),
        SectionBlock.builder().fields(fields(alert)).build());
    if (!alert.getSamples().isBlank()) {
      blocks.add(SectionBlock.builder().text(plain(fit(alert.getSamples(), SECTION))).build());
    }
    blocks.add(
        SectionBlock.builder().text(marked(whatToDo(alert, runbook))).build(),
        ContextBlock.builder()
            .elements(List.of(plain(fit("Alert " + alert.getAlertId(), FIELD))))
            .build());
    return Payload.builder()
        .attachments(
            List.of(
                Attachment.builder()
                    .color(AlertText.colour(alert.getSeverity()))
                    .fallback(heading)
                    .blocks(blocks.build())
                    .build()))
        .build();
  }

  private static ImmutableList<TextObject> fields(Alert alert) {
    ImmutableList.Builder<TextObject> fields = ImmutableList.builder();
    AlertText.facts(alert)
        .forEach(
            (name, value) -> {
              String title = "*" + name + "*\n";
              fields.add(marked(title + fit(value, FIELD - title.length())));
            });
    return fields.build();
  }

  private static String whatToDo(Alert alert, Runbook runbook) {
    String paragraph = ESCAPER.escape(runbook.paragraph(alert));
    return "What to do: " + (runbook.isOnTheWeb() ? "<" + paragraph + ">" : paragraph);
  }

  private static PlainTextObject plain(String escaped) {
    return PlainTextObject.builder().text(escaped).emoji(false).build();
  }

  /** Verbatim: Slack is not to look for names and addresses in it. */
  private static MarkdownTextObject marked(String escaped) {
    return MarkdownTextObject.builder().text(escaped).verbatim(true).build();
  }

  /** The text, escaped, and its start if it would be longer than Slack takes. */
  private static String fit(String text, int most) {
    String whole = ESCAPER.escape(text);
    if (whole.length() <= most) {
      return whole;
    }
    StringBuilder start = new StringBuilder();
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      String next = ESCAPER.escape(Character.toString(text.codePointAt(at)));
      if (start.length() + next.length() >= most) {
        break;
      }
      start.append(next);
    }
    return start.append('…').toString();
  }
}
