package dev.tipoff.io.site;

import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/** What lies in a site: every file that is there, with its hash if the manifest says it. */
final class ReadManifestFn extends DoFn<String, StoredFile> {
  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN = "";

  private final SiteStore.Source source;

  ReadManifestFn(SiteStore.Source source) {
    this.source = source;
  }

  @ProcessElement
  public void read(PipelineOptions options, OutputReceiver<StoredFile> output) throws IOException {
    try (SiteStore site = source.open(options)) {
      Map<String, String> hashes = Manifest.hashes(site.read(Manifest.PATH));
      site.lengths()
          .forEach(
              (path, bytes) ->
                  output.output(
                      StoredFile.create(
                          path, "", hashes.getOrDefault(path, UNKNOWN), bytes, false)));
    }
  }
}
