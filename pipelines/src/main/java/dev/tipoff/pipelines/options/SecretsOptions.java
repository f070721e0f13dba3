package dev.tipoff.pipelines.options;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tipoff.io.secrets.SecretsAccess;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
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
  @Parameter(label = "Project of the secrets", matches = "[a-z][-a-z0-9]{4,28}[a-z0-9]")
  @Nullable String getSecretsProject();

  void setSecretsProject(@Nullable String secretsProject);

  @Description(
      "A folder with a file for each secret, named like it and for its owner only, for"
          + " --profile=local (default: none)")
  @Nullable String getSecretsFolder();

  void setSecretsFolder(@Nullable String secretsFolder);

  /** The place that the options above name; a test may set another. */
  @JsonIgnore
  @Default.InstanceFactory(OfProfile.class)
  SecretsAccess getSecretsAccess();

  void setSecretsAccess(SecretsAccess secretsAccess);

  /** Reads the options of the profile. */
  final class OfProfile implements DefaultValueFactory<SecretsAccess> {
    /**
     * @throws IllegalArgumentException if they say no place, or more than their profile reads
     */
    @Override
    public SecretsAccess create(PipelineOptions options) {
      SecretsOptions secrets = options.as(SecretsOptions.class);
      return SecretsAccess.of(
          secrets.getProfile(), secrets.getSecretsProject(), secrets.getSecretsFolder());
    }
  }
}
