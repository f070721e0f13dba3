package dev.tipoff.io.bigdataball;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code bigdataball_pbp}: the shots of a game with their places, some six hours after it. */
@AutoService(SourceDeclaration.class)
public final class BigDataBallPlayByPlaySource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bigdataball_pbp", Provider.GOOGLE_DRIVE, "/drive/v3/files/{event_id}")
        .description("The shots of a game with their places, some six hours after it")
        .forEachGameOf("bigdataball_discovery")
        .query(ImmutableMap.of("alt", "media", "supportsAllDrives", "true"))
        .media(Source.Media.CSV)
        .parser(new PlayByPlayShots())
        .into(FeedTables.SHOTS)
        .build();
  }
}
