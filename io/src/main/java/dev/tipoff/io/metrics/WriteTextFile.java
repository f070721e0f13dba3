package dev.tipoff.io.metrics;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.files.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Pieces of text, in the order of their keys, as one file: written beside it and moved there when
 * complete, so that a reader finds the old file or the new one. For files that fit into memory. The
 * output is the name of the file once it is there.
 */
@AutoValue
public abstract class WriteTextFile
    extends PTransform<PCollection<KV<String, String>>, PCollection<String>> {
  abstract String file();

  abstract String header();

  public static WriteTextFile to(String file, String header) {
    return new AutoValue_WriteTextFile(file, header);
  }

  @Override
  public PCollection<String> expand(PCollection<KV<String, String>> pieces) {
    PCollection<KV<String, String>> nothing =
        pieces
            .getPipeline()
            .apply("Nothing", Create.of(KV.of("", "")).withCoder(pieces.getCoder()));
    return PCollectionList.of(pieces)
        .and(nothing) // Without pieces there is a file too, with the header alone.
        .apply("OrNothing", Flatten.pCollections())
        .apply("Together", WithKeys.of(""))
        .apply("Group", GroupByKey.create())
        .apply("Write", ParDo.of(new WriteFn(file(), header())));
  }

  private static final class WriteFn
      extends DoFn<KV<String, Iterable<KV<String, String>>>, String> {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String header;

    WriteFn(String file, String header) {
      this.file = file;
      this.header = header;
    }

    @ProcessElement
    public void write(
        @Element KV<String, Iterable<KV<String, String>>> all, OutputReceiver<String> output)
        throws IOException {
      List<KV<String, String>> pieces = new ArrayList<>();
      all.getValue().forEach(pieces::add);
      pieces.sort(Comparator.comparing(KV::getKey));
      WholeFile.write(
          file,
          out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(header);
            for (KV<String, String> piece : pieces) {
              text.write(piece.getValue());
            }
            text.flush();
          });
      output.output(file);
    }
  }
}
