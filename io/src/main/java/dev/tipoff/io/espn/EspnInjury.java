package dev.tipoff.io.espn;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An injury as ESPN tells of it beside a player's name. */
final class EspnInjury {
  private static final Set<String> FIELDS = Set.of("status", "date");

  private static final Set<String> SOMETIMES =
      Set.of("id", "longComment", "shortComment", "athlete", "source", "type", "details");

  private static final ImmutableMap<String, InjuryStatus> STATUSES =
      ImmutableMap.<String, InjuryStatus>builder()
          .put("Out", InjuryStatus.OUT)
          .put("Suspension", InjuryStatus.OUT)
          .put("Doubtful", InjuryStatus.DOUBTFUL)
          .put("Questionable", InjuryStatus.QUESTIONABLE)
          .put("Probable", InjuryStatus.PROBABLE)
          .put("Active", InjuryStatus.AVAILABLE)
          .put("Day-To-Day", InjuryStatus.DAY_TO_DAY)
          .buildOrThrow();

  private static final String NO_SIDE = "Not Specified";

  private EspnInjury() {}

  /** What is said of the injury; whose it is remains to be filled in. */
  static InjuryListing.Builder read(BodyNode injury, Body body, ParsedRows rows)
      throws BadBodyException {
    injury.expect(rows, FIELDS, SOMETIMES);
    String words = injury.text("status");
    InjuryStatus status = STATUSES.get(words);
    if (status == null) {
      throw new BadBodyException(
          "at " + injury.path() + "/status: '" + words + "' is none of " + STATUSES.keySet());
    }
    InjuryListing.Builder listing =
        InjuryListing.builder()
            .setSource(body.source())
            .setFiledDate(body.filedUnder())
            .setGameDate(body.filedUnder())
            .setReportTime(injury.requiredTime("date"))
            .setStatus(status)
            .setStatusText(words)
            .setReason(Objects.requireNonNullElse(injury.textOrNone("shortComment"), ""))
            .setReceivedTime(body.receivedTime());
    if (injury.has("details")) {
      BodyNode details = injury.object("details");
      listing.setReturnText(details.textOrNone("returnDate"));
      String reason = reason(details);
      if (!reason.isEmpty()) {
        listing.setReason(reason);
      }
    }
    return listing;
  }

  /** "Left Ankle, Sprain" for instance. */
  private static String reason(BodyNode details) throws BadBodyException {
    String side = details.textOrNone("side");
    String part = details.textOrNone("type");
    String place =
        Stream.of(NO_SIDE.equals(side) ? null : side, part)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.of(place, details.textOrNone("detail"))
        .filter(text -> text != null && !text.isEmpty() && !text.equals(NO_SIDE))
        .collect(Collectors.joining(", "));
  }
}
