package dev.tipoff.transforms.alerts;

import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/** The digest of alerts that were held back: one alert that tells of all of them. */
public final class HeldAlerts {
  private static final int KINDS_SHOWN = 10;

  private HeldAlerts() {}

  /**
   * Tells of some alerts, the most frequent kinds first. The same alerts give the same digest in
   * whatever order they come. It is as urgent as the most urgent of them.
   *
   * @throws java.util.NoSuchElementException of none
   */
  public static Alert digest(List<Alert> held) {
    Alert first = held.stream().min(Comparator.comparing(Alert::getAlertId)).orElseThrow();
    Instant last = Collections.max(held.stream().map(Alert::getLastSeen).toList());
    Alert.Builder digest =
        Alert.builder()
            .setSeverity(Collections.max(held.stream().map(Alert::getSeverity).toList()))
            .setPipeline("alerts")
            .setStep("Digest")
            .setCode(FailureCode.ALERTS_HELD)
            .setRunId(first.getRunId())
            .setFailures(held.stream().mapToLong(Alert::getFailures).sum())
            .setFirstSeen(Collections.min(held.stream().map(Alert::getFirstSeen).toList()))
            .setLastSeen(last)
            .setSlates("")
            .setSamples(kinds(held))
            .setChannels("");
    String ids =
        held.stream().map(Alert::getAlertId).distinct().sorted().collect(Collectors.joining(","));
    return digest.setAlertId(Alert.id("digest", ids, GameDay.ofTip(last))).build();
  }

  private static String kinds(List<Alert> held) {
    Map<String, Long> failures = new TreeMap<>();
    held.forEach(alert -> failures.merge(alert.category(), alert.getFailures(), Long::sum));
    String shown =
        failures.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(KINDS_SHOWN)
            .map(kind -> String.format("%,d %s", kind.getValue(), kind.getKey()))
            .collect(Collectors.joining("\n"));
    return failures.size() <= KINDS_SHOWN
        ? shown
        : shown + String.format("%nand %d more kinds", failures.size() - KINDS_SHOWN);
  }
}
