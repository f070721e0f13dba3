package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where the values of secrets are; the references to them are options of those that use them. */
public interface SecretsOptions extends PipelineOptions {
  @Description(
      "Where secrets are: local, the files of --secretsFolder and then the environment, or"
          + " production, Google Secret Manager only")
  @Default.String("local")
  String getProfile();

  void setProfile(String profile);

  @Description("The project whose Secret Manager has the secrets, for --profile=production")
  @Nullable String getSecretsProject();

  void setSecretsProject(@Nullable String secretsProject);

  @Description(
      "A folder with a file for each secret, named like it and for its owner only, for"
          + " --profile=local (default: none)")
  @Nullable String getSecretsFolder();

  void setSecretsFolder(@Nullable String secretsFolder);
}
