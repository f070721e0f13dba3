package dev.tipoff.io.site;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Stores files in a site where another content, or none, lies at their paths. */
final class StoreFn extends DoFn<SiteFile, StoredFile> {
  private static final long serialVersionUID = 1L;

  private final SiteStore.Source source;
  private final PCollectionView<List<StoredFile>> before;
  private transient @Nullable SiteStore site;
  private transient @Nullable Map<String, StoredFile> known;

  private StoreFn(SiteStore.Source source, PCollectionView<List<StoredFile>> before) {
    this.source = source;
    this.before = before;
  }

  /**
   * The step.
   *
   * @param others what has to be there before it starts
   */
  static ParDo.SingleOutput<SiteFile, StoredFile> after(
      PCollectionView<List<StoredFile>> before,
      SiteStore.Source source,
      PCollectionView<?>... others) {
    return ParDo.of(new StoreFn(source, before)).withSideInputs(before).withSideInputs(others);
  }

  @StartBundle
  public void open(PipelineOptions options) {
    site = source.open(options);
    known = null;
  }

  @ProcessElement
  public void store(ProcessContext process) throws IOException {
    SiteFile file = process.element();
    SiteStore open = Objects.requireNonNull(site);
    if (known == null) {
      known =
          process.sideInput(before).stream()
              .collect(Collectors.toMap(StoredFile::getPath, each -> each));
    }
    StoredFile there = known.get(file.getPath());
    StoredFile stored = StoredFile.of(file, true);
    boolean isSame =
        there != null
            && there.getHash().equals(stored.getHash())
            && there.getBytes() == stored.getBytes();
    if (isSame) {
      process.output(StoredFile.of(file, false));
    } else {
      open.write(file);
      process.output(stored);
    }
  }

  @FinishBundle
  public void close() {
    Objects.requireNonNull(site).close();
  }
}
