package dev.tipoff.io.sources;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.tables.Table;
import java.time.Duration;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Something that can be scraped, declared once: where it is, what has to be asked, what its answers
 * mean and which rows they become. Addresses have parameters in braces, {@code
 * /v1/games/{event_id}}, filled by {@link SlateParameters} and by the games that the parent names.
 */
@AutoValue
public abstract class Source {
  /** How often a source is asked for a slate. */
  public enum Scope {
    /** Once. */
    SLATE,
    /** Once for each of the thirty teams. */
    TEAM,
    /** Once for each game that the parent source names. */
    GAME
  }

  /** How long answers are cut into pages. */
  public enum Paging {
    /** They are not. */
    NONE,
    /** {@code meta.next_cursor} of a page asks for the next one as {@code cursor}. */
    CURSOR,
    /** {@code page=2, ...} up to {@code _pagination.total_pages} of the answers. */
    NUMBERED
  }

  /** What answers are made of. */
  public enum Media {
    JSON,
    HTML,
    PDF,
    CSV
  }

  public abstract String id();

  public abstract String description();

  public abstract Provider provider();

  public abstract Scope scope();

  /** The source whose games this one is asked for; absent unless the scope is a game. */
  public abstract @Nullable String parent();

  public abstract String path();

  /** Query parameters in their order; values may have parameters in braces. */
  public abstract ImmutableMap<String, String> query();

  public abstract Paging paging();

  public abstract Media media();

  /** The statuses that mean that there is nothing, beside 204. */
  public abstract ImmutableSet<Integer> noData();

  /** What a call costs of the provider's quota; 0 if nothing. */
  public abstract int credits();

  /** Worth of a call when not all can be afforded; more is asked first. */
  public abstract int value();

  /** How old the last success may be before the source counts as stale. */
  public abstract Duration cadence();

  public abstract BodyParser parser();

  /** The tables that its rows go to. */
  public abstract ImmutableList<Table<?>> tables();

  /** A source that is asked once for a slate and answers in JSON. */
  public static Builder of(String id, Provider provider, String path) {
    return new AutoValue_Source.Builder()
        .id(id)
        .provider(provider)
        .path(path)
        .scope(Scope.SLATE)
        .query(ImmutableMap.of())
        .paging(Paging.NONE)
        .media(Media.JSON)
        .noData(ImmutableSet.of())
        .credits(0)
        .value(0)
        .cadence(Duration.ofDays(1));
  }

  @Override
  public final String toString() {
    return id();
  }

  /** Builds a {@link Source}. */
  @AutoValue.Builder
  public abstract static class Builder {
    abstract Builder id(String id);

    public abstract Builder description(String description);

    abstract Builder provider(Provider provider);

    public abstract Builder scope(Scope scope);

    abstract Builder parent(@Nullable String parent);

    abstract Builder path(String path);

    public abstract Builder query(ImmutableMap<String, String> query);

    public abstract Builder paging(Paging paging);

    public abstract Builder media(Media media);

    abstract Builder noData(ImmutableSet<Integer> noData);

    public abstract Builder credits(int credits);

    public abstract Builder value(int value);

    public abstract Builder cadence(Duration cadence);

    public abstract Builder parser(BodyParser parser);

    abstract Builder tables(ImmutableList<Table<?>> tables);

    abstract Source autoBuild();

    /** Asked once for each game that another source names. */
    public Builder forEachGameOf(String parent) {
      return scope(Scope.GAME).parent(parent);
    }

    public Builder noDataAt(Integer... statuses) {
      return noData(ImmutableSet.copyOf(statuses));
    }

    public Builder into(Table<?>... tables) {
      return tables(ImmutableList.copyOf(tables));
    }

    /**
     * @throws IllegalArgumentException if a game's source has no parent, or another one has
     */
    public Source build() {
      Source source = autoBuild();
      Preconditions.checkArgument(
          (source.scope() == Scope.GAME) == (source.parent() != null),
          "%s is asked for the games of another source, or it is not",
          source);
      return source;
    }
  }
}
