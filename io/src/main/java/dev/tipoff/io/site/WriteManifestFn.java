package dev.tipoff.io.site;

import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Names what lies in a site now, for machines and then for pages, and removes what pages load under
 * no name any more.
 */
final class WriteManifestFn extends DoFn<String, SiteChange> {
  private static final long serialVersionUID = 1L;
  private static final String FOR_PAGES = "data/";
  private static final String EXPORTS = "v1/";

  private final Counter files = Metrics.counter(WriteSite.COUNTERS, "files");
  private final Counter bytes = Metrics.counter(WriteSite.COUNTERS, "bytes");
  private final Counter written = Metrics.counter(WriteSite.COUNTERS, "written");
  private final SiteStore.Source source;
  private final GameDay day;
  private final PCollectionView<List<StoredFile>> before;
  private final PCollectionView<List<StoredFile>> stored;

  WriteManifestFn(
      SiteStore.Source source,
      GameDay day,
      PCollectionView<List<StoredFile>> before,
      PCollectionView<List<StoredFile>> stored) {
    this.source = source;
    this.day = day;
    this.before = before;
    this.stored = stored;
  }

  @ProcessElement
  public void write(ProcessContext process) throws IOException {
    List<StoredFile> old = process.sideInput(before);
    SortedMap<String, StoredFile> all = new TreeMap<>();
    old.stream()
        .filter(file -> isExport(file.getPath()) && !file.getHash().isEmpty())
        .forEach(file -> all.put(file.getPath(), file));
    process.sideInput(stored).forEach(file -> all.put(file.getPath(), file));
    List<SiteFile> manifests =
        List.of(Manifest.of(day, all.values()), Manifest.forPages(day, all.values()));
    try (SiteStore site = source.open(process.getPipelineOptions())) {
      for (SiteFile manifest : manifests) {
        boolean changed = !site.read(manifest.getPath()).equals(Optional.of(manifest.getText()));
        if (changed) {
          site.write(manifest);
        }
        all.put(manifest.getPath(), StoredFile.of(manifest, changed));
      }
      for (StoredFile file : old) {
        if (file.getPath().startsWith(FOR_PAGES) && !all.containsKey(file.getPath())) {
          site.delete(file.getPath());
        }
      }
    }
    process.output(counted(all.values()));
  }

  private SiteChange counted(Collection<StoredFile> all) {
    SiteChange change =
        SiteChange.create(
            all.size(),
            all.stream().mapToLong(StoredFile::getBytes).sum(),
            all.stream().filter(StoredFile::getChanged).count());
    files.inc(change.getFiles());
    bytes.inc(change.getBytes());
    written.inc(change.getWritten());
    return change;
  }

  private static boolean isExport(String path) {
    return path.startsWith(EXPORTS) && !path.equals(Manifest.PATH);
  }
}
