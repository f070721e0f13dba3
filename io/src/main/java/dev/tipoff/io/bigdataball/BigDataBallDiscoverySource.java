package dev.tipoff.io.bigdataball;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code bigdataball_discovery}: the files of a slate in the folder that BigDataBall shares. */
@AutoService(SourceDeclaration.class)
public final class BigDataBallDiscoverySource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bigdataball_discovery", Provider.GOOGLE_DRIVE, "/drive/v3/files")
        .description("The files of a slate in the folder that BigDataBall shares")
        .query(
            ImmutableMap.<String, String>builder()
                .put(
                    "q",
                    "'{"
                        + SlateParameters.DRIVE_FOLDER
                        + "}' in parents and name contains '[{date}]' and trashed = false")
                .put("fields", "nextPageToken,files(id,name,modifiedTime,size)")
                .put("pageSize", "1000")
                .put("supportsAllDrives", "true")
                .put("includeItemsFromAllDrives", "true")
                .buildOrThrow())
        .parser(new SharedFiles())
        .into(FeedTables.GAMES)
        .build();
  }
}
