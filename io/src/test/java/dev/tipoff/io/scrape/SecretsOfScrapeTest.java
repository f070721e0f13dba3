package dev.tipoff.io.scrape;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.http.RawServer;
import dev.tipoff.io.secrets.DeniedSecretException;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What becomes of calls whose secrets cannot be had on the worker that makes them. */
public class SecretsOfScrapeTest {
  private static final String VALUE = "0d9f8e7c6b5a";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aCallWithoutItsSecretIsAFailureThatNamesIt() throws IOException {
    Path file = folder.newFolder("secrets").toPath().resolve("READ_BY_ALL");
    Files.writeString(file, VALUE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    SecretsAccess secrets = SecretsAccess.of("local", null, file.getParent().toString());
    ScrapeSettings settings = ScrapeSettings.of(Instant.parse("2031-01-10T22:00:00Z"), 400);
    try (RawServer server = RawServer.start()) {
      ProviderAccess access =
          ProviderAccess.of(
              server.address(),
              ImmutableMap.of(
                  Provider.BALLDONTLIE, SecretReference.parse("secret:READ_BY_ALL"),
                  Provider.NBA_CDN, SecretReference.parse("secret:NO_SUCH_KEY_HERE")));
      HttpFetching fetching =
          HttpFetching.of(
              settings,
              access,
              secrets,
              Scraped.archive(folder.getRoot()),
              TestedFetching.towardsAll(TestedFetching.impatient().build()));
      Scraped scraped =
          Scraped.run(
              SlateRange.of(GameDay.parse("2031-01-10")),
              DeclaredSources.PAGED + "," + DeclaredSources.FINE,
              settings,
              folder.getRoot(),
              fetching);
      Map<FailureCode, Failure> failures =
          scraped.failures().stream()
              .filter(failure -> failure.getStep().startsWith("Fetch "))
              .collect(Collectors.toMap(Failure::getCode, Function.identity()));
      assertThat(
          failures.get(FailureCode.SECRET_DENIED).getMessage(),
          containsString("secret:READ_BY_ALL may not be read"));
      assertThat(
          failures.get(FailureCode.MISSING_SECRET).getMessage(),
          containsString("there is no secret:NO_SUCH_KEY_HERE"));
      assertThat(failures.toString(), not(containsString(VALUE)));
      assertThat(failures.size(), is(2));
      assertThat(server.requests(), hasSize(0));
      assertThrows(
          DeniedSecretException.class,
          () ->
              fetching.checkSecrets(Catalogue.load().named(DeclaredSources.PAGED), secrets.open()));
    }
  }
}
