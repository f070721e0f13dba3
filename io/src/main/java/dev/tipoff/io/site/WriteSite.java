package dev.tipoff.io.site;

import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Brings a site up to date. Only files whose content is another are written. First what pages load,
 * beside what they load now; once all of it is there, the files that keep their paths; then the
 * manifests, from which on pages load the new; and last what nothing names any more is removed. A
 * run that dies on the way leaves a site whose pages show what they showed before.
 *
 * <p>A path must come once only. Exports of other days stay. The output says how many files there
 * are and how many of them were written, when all is done.
 */
public final class WriteSite extends PTransform<PCollection<SiteFile>, PCollection<SiteChange>> {
  /** Namespace of the counters of a site's files, their bytes, and those that were written. */
  public static final String COUNTERS = "site";

  private static final long serialVersionUID = 1L;

  /** Enough for the files of a season to be written at once, and few for a runner to hand on. */
  private static final int BUCKETS = 16;

  private final SiteStore.Source site;
  private final GameDay day;

  private WriteSite(SiteStore.Source site, GameDay day) {
    this.site = site;
    this.day = day;
  }

  /**
   * Writes a site.
   *
   * @param location a folder, or {@code gs://BUCKET/FOLDER}
   * @param day the slate that the site is of
   */
  public static WriteSite to(String location, GameDay day) {
    return to(SiteStore.at(location), day);
  }

  static WriteSite to(SiteStore.Source site, GameDay day) {
    return new WriteSite(site, day);
  }

  @Override
  public PCollection<SiteChange> expand(PCollection<SiteFile> files) {
    PCollectionView<List<StoredFile>> before =
        files
            .getPipeline()
            .apply("Site", Create.of(day.toString()))
            .apply("ReadManifest", ParDo.of(new ReadManifestFn(site)))
            .setCoder(RowShape.coder(StoredFile.class))
            .apply("Before", CombinedView.list());
    PCollection<SiteFile> apart =
        files.apply("Spread", Reshuffle.<SiteFile>viaRandomKey().withNumBuckets(BUCKETS));
    PCollection<StoredFile> forPages =
        apart
            .apply("ForPages", Filter.by(SiteFile::isForPages))
            .apply("StoreForPages", StoreFn.after(before, site))
            .setCoder(RowShape.coder(StoredFile.class));
    PCollectionView<List<StoredFile>> pagesReady = forPages.apply("Ready", CombinedView.list());
    PCollection<StoredFile> others =
        apart
            .apply("Others", Filter.by(file -> !file.isForPages()))
            .apply("Replace", StoreFn.after(before, site, pagesReady))
            .setCoder(RowShape.coder(StoredFile.class));
    PCollectionView<List<StoredFile>> stored =
        PCollectionList.of(forPages)
            .and(others)
            .apply("All", Flatten.pCollections())
            .apply("Stored", CombinedView.list());
    return files
        .getPipeline()
        .apply("Last", Create.of(day.toString()))
        .apply(
            "WriteManifest",
            ParDo.of(new WriteManifestFn(site, day, before, stored)).withSideInputs(before, stored))
        .setCoder(RowShape.coder(SiteChange.class));
  }
}
