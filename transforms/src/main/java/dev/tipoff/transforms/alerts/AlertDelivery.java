package dev.tipoff.transforms.alerts;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Instant;

/** Something that happened to an alert on its way through one channel. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class AlertDelivery {
  /** What can happen to an alert on its way. */
  public enum State {
    /** The channel has taken it. */
    SENT,
    /** Too many of its kind were sent within the hour: the next digest tells of it. */
    HELD,
    /** A digest that was sent has told of it. */
    TOLD,
    /** The channel did not take it; the next run tries again. */
    NOT_SENT
  }

  @SchemaFieldDescription("Hash of alert, channel and state; of NOT_SENT also the time")
  public abstract String getDeliveryId();

  @SchemaFieldDescription("The alert")
  public abstract String getAlertId();

  @SchemaFieldDescription("Channel, slack for instance")
  public abstract String getChannel();

  @SchemaFieldDescription("SENT, HELD, TOLD or NOT_SENT")
  public abstract State getState();

  @SchemaFieldDescription("UTC; when this happened")
  public abstract Instant getEventTime();

  @SchemaFieldDescription("Why it was not sent or was held; else empty")
  public abstract String getReason();

  @SchemaCreate
  public static AlertDelivery create(
      String deliveryId,
      String alertId,
      String channel,
      State state,
      Instant eventTime,
      String reason) {
    return new AutoValue_AlertDelivery(deliveryId, alertId, channel, state, eventTime, reason);
  }

  /** What happened to an alert now. */
  public static AlertDelivery of(
      String alertId, String channel, State state, Instant time, String reason) {
    String what = String.join("|", alertId, channel, state.name());
    return create(
        Hashing.sha256()
            .hashString(state == State.NOT_SENT ? what + "|" + time : what, StandardCharsets.UTF_8)
            .toString()
            .substring(0, 32),
        alertId,
        channel,
        state,
        time,
        reason);
  }
}
