package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Where the site goes. */
public interface PublishOptions extends SlateOptions {
  @Description(
      "The folder that the site is written to, here or gs://BUCKET/FOLDER; its page is index.html")
  @Default.String("site")
  @Parameter(label = "Site", type = Parameter.Type.WRITE_FOLDER, required = true)
  String getSite();

  void setSite(String site);
}
