package dev.tipoff.transforms.alerts;

import com.google.auto.value.AutoValue;
import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.redaction.SecretShapes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Failures of one step with one code that are counted together. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
abstract class FailureGroup {
  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 300;

  abstract String getStep();

  abstract FailureCode getCode();

  abstract long getFailures();

  /** The sum of the hashes of the failures' ids: the same in whatever order they come. */
  abstract long getContent();

  abstract @Nullable GameDay getFirstSlate();

  abstract @Nullable GameDay getLastSlate();

  abstract Instant getFirstSeen();

  abstract Instant getLastSeen();

  /** The first of them in the order of their keys. */
  abstract List<String> getSamples();

  @SchemaCreate
  static FailureGroup create(
      String step,
      FailureCode code,
      long failures,
      long content,
      @Nullable GameDay firstSlate,
      @Nullable GameDay lastSlate,
      Instant firstSeen,
      Instant lastSeen,
      List<String> samples) {
    return new AutoValue_FailureGroup(
        step, code, failures, content, firstSlate, lastSlate, firstSeen, lastSeen, samples);
  }

  /** One failure. */
  static FailureGroup of(Failure failure, Instant seen) {
    // Before it is cut, since what is left of a secret may not look like one.
    String sample = SecretShapes.redact(failure.getFailureKey() + ": " + failure.getMessage());
    return create(
        failure.getStep(),
        failure.getCode(),
        1,
        Hashing.farmHashFingerprint64()
            .hashString(failure.getFailureId(), StandardCharsets.UTF_8)
            .asLong(),
        failure.getGameDate(),
        failure.getGameDate(),
        seen,
        seen,
        ImmutableList.of(
            sample.length() > LONGEST_SAMPLE ? sample.substring(0, LONGEST_SAMPLE) : sample));
  }

  /** These and those, of the same step and code. */
  FailureGroup and(FailureGroup others) {
    Ordering<GameDay> days = Ordering.natural();
    return create(
        getStep(),
        getCode(),
        getFailures() + others.getFailures(),
        getContent() + others.getContent(),
        days.nullsLast().min(getFirstSlate(), others.getFirstSlate()),
        days.nullsFirst().max(getLastSlate(), others.getLastSlate()),
        Comparators.min(getFirstSeen(), others.getFirstSeen()),
        Comparators.max(getLastSeen(), others.getLastSeen()),
        Stream.concat(getSamples().stream(), others.getSamples().stream())
            .sorted()
            .limit(SAMPLES)
            .toList());
  }

  /** The alert that tells of them. */
  Alert alert(String pipeline, String runId, GameDay day) {
    GameDay first = getFirstSlate();
    GameDay last = getLastSlate();
    Alert.Builder alert =
        Alert.builder()
            .setSeverity(getCode().severity(getFailures()))
            .setPipeline(pipeline)
            .setStep(getStep())
            .setCode(getCode())
            .setRunId(runId)
            .setFailures(getFailures())
            .setFirstSeen(getFirstSeen())
            .setLastSeen(getLastSeen())
            .setSlates(
                first == null || last == null
                    ? ""
                    : first.equals(last) ? first.toString() : first + " to " + last)
            .setSamples(String.join("\n", getSamples()))
            .setChannels("");
    String category = Alert.category(pipeline, getStep(), getCode());
    return alert.setAlertId(Alert.id(category, getFailures() + "|" + getContent(), day)).build();
  }
}
