package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A team's place in the table on a day. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Standing {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Day that the archive keeps the body under: the slate it was asked for")
  public abstract GameDay getFiledDate();

  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Code of the team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("East or West")
  public abstract String getConference();

  @SchemaFieldDescription(
      "Place in the conference, 1 is first; absent where the source does not say")
  public abstract @Nullable Integer getConferenceRank();

  @SchemaFieldDescription("Games won")
  public abstract int getWins();

  @SchemaFieldDescription("Games lost")
  public abstract int getLosses();

  @SchemaFieldDescription("Games won at home; absent where the source does not say")
  public abstract @Nullable Integer getHomeWins();

  @SchemaFieldDescription("Games lost at home; absent where the source does not say")
  public abstract @Nullable Integer getHomeLosses();

  @SchemaFieldDescription("Games won away; absent where the source does not say")
  public abstract @Nullable Integer getRoadWins();

  @SchemaFieldDescription("Games lost away; absent where the source does not say")
  public abstract @Nullable Integer getRoadLosses();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_Standing.Builder();
  }

  /** Builds a {@link Standing}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setSeason(String season);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setConference(String conference);

    public abstract Builder setConferenceRank(@Nullable Integer conferenceRank);

    public abstract Builder setWins(int wins);

    public abstract Builder setLosses(int losses);

    public abstract Builder setHomeWins(@Nullable Integer homeWins);

    public abstract Builder setHomeLosses(@Nullable Integer homeLosses);

    public abstract Builder setRoadWins(@Nullable Integer roadWins);

    public abstract Builder setRoadLosses(@Nullable Integer roadLosses);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract Standing build();
  }
}
