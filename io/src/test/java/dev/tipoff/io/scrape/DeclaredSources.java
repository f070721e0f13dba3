package dev.tipoff.io.scrape;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** Sources of several providers that are asked once for each slate and whose bodies say nothing. */
final class DeclaredSources {
  static final String FAULTY = "tested_faulty";
  static final String HANGING = "tested_hanging";
  static final String PAUSING = "tested_pausing";
  static final String PAGED = "tested_paged";
  static final String FINE = "tested_fine";

  private DeclaredSources() {}

  private static Source.Builder of(String id, Provider provider) {
    return Source.of(id, provider, "/answers/{date}")
        .description("A source of tests")
        .parser((body, rows) -> {})
        .into(FeedTables.GAMES);
  }

  /** Answers with every fault that has a status or a body. */
  @AutoService(SourceDeclaration.class)
  public static final class Faulty implements SourceDeclaration {
    @Override
    public Source source() {
      return of(FAULTY, Provider.ESPN_API).build();
    }
  }

  /** Hangs, drips and breaks off. */
  @AutoService(SourceDeclaration.class)
  public static final class Hanging implements SourceDeclaration {
    @Override
    public Source source() {
      return of(HANGING, Provider.ESPN_SITE).build();
    }
  }

  /** Asks for long pauses. */
  @AutoService(SourceDeclaration.class)
  public static final class Pausing implements SourceDeclaration {
    @Override
    public Source source() {
      return of(PAUSING, Provider.NBA_OFFICIAL).build();
    }
  }

  /** Answers page by page; its secret goes into a header. */
  @AutoService(SourceDeclaration.class)
  public static final class Paged implements SourceDeclaration {
    @Override
    public Source source() {
      return of(PAGED, Provider.BALLDONTLIE)
          .query(ImmutableMap.of("date", "{date}"))
          .paging(Source.Paging.CURSOR)
          .build();
    }
  }

  /** Has no faults. */
  @AutoService(SourceDeclaration.class)
  public static final class Fine implements SourceDeclaration {
    @Override
    public Source source() {
      return of(FINE, Provider.NBA_CDN).build();
    }
  }
}
