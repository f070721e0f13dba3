package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.http.SecretPlace;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.sources.Provider;
import java.io.Serializable;
import java.net.URI;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where providers are and which secrets they want; never the secrets. */
@AutoValue
public abstract class ProviderAccess implements Serializable {
  /** Under which all providers are found, each below its id; absent for their own addresses. */
  abstract @Nullable URI root();

  abstract ImmutableMap<Provider, SecretReference> secrets();

  /**
   * Says where providers are.
   *
   * @param secrets of the providers that want one
   */
  public static ProviderAccess of(
      @Nullable URI root, ImmutableMap<Provider, SecretReference> secrets) {
    return new AutoValue_ProviderAccess(root, secrets);
  }

  URI address(Provider provider) {
    URI found = root();
    return found == null
        ? provider.address()
        : URI.create(found.toString().replaceAll("/+$", "") + "/" + provider.id());
  }

  /** How the provider wants its secret; absent if it wants none. */
  @Nullable SecretPlace secret(Provider provider) {
    SecretReference secret = secrets().get(provider);
    if (secret == null) {
      return null;
    }
    return switch (provider) {
      case THE_ODDS_API -> SecretPlace.query("apiKey", secret);
      case GOOGLE_DRIVE -> SecretPlace.query("key", secret);
      case BETTINGPROS -> SecretPlace.header("x-api-key", "", secret);
      default -> SecretPlace.header("Authorization", "", secret);
    };
  }
}
