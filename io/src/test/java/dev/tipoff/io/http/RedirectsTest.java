package dev.tipoff.io.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.SecretReference;
import java.net.URI;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Test;

/** {@link Redirects}. */
public class RedirectsTest {
  private static final SecretReference NAME = new SecretReference("TESTED_KEY");
  private static final String KEY = "k3y/0123456789";

  private static Redirects from(String base, @Nullable SecretPlace secret) {
    HttpCall.Builder call =
        HttpCall.builder().setProvider("tested").setBase(URI.create(base)).setPath("/v1/games");
    return new Redirects(
        SignedCall.of(
            secret == null ? call.build() : call.setSecret(secret).build(),
            new EnvironmentSecrets(Map.of("TESTED_KEY", KEY))),
        3);
  }

  private static Redirects withQuery() {
    return from("https://a.example", SecretPlace.query("apiKey", NAME));
  }

  private static String follow(Redirects way, String location) throws BadRedirectException {
    return way.follow(location).uri().toString();
  }

  private static void refuses(Redirects way, @Nullable String location, String why) {
    BadRedirectException refused =
        assertThrows(BadRedirectException.class, () -> way.follow(location));
    assertThat(refused.getMessage(), containsString(why));
    assertThat(refused.getMessage(), not(containsString("k3y")));
  }

  @Test
  public void addressesAreResolvedAgainstTheLast() throws BadRedirectException {
    Redirects way = from("https://a.example", null);
    assertThat(follow(way, "/v2/games?x=1#top"), is("https://a.example/v2/games?x=1"));
    assertThat(follow(way, "?x=2"), is("https://a.example/v2/games?x=2"));
    assertThat(follow(way, "//b.example"), is("https://b.example/"));
  }

  @Test
  public void badOnesAreNotFollowed() {
    refuses(from("https://a.example", null), null, "nowhere");
    refuses(from("https://a.example", null), "http://a.example/", "from https to http");
    refuses(from("https://a.example", null), "file:///etc/passwd", "no host");
    refuses(from("https://a.example", null), "ftp://a.example/x", "the scheme ftp");
    refuses(from("https://a.example", null), "https://user@b.example/", "no host");
    refuses(from("https://a.example", null), "https://b example/", "no address");
    refuses(from("https://a.example", null), "/v1/games", "in a circle");
  }

  @Test
  public void threeAreFollowedAndNoMore() throws BadRedirectException {
    Redirects way = from("https://a.example", null);
    way.follow("/1");
    way.follow("/2");
    way.follow("/3");
    refuses(way, "/4", "more than 3");
  }

  @Test
  public void aSecretGoesNoFurtherThanItsHost() throws BadRedirectException {
    Redirects way = withQuery();
    assertThat(
        "at home it is the server's own affair",
        follow(way, "/v2?apiKey=k3y%2F0123456789"),
        is("https://a.example/v2?apiKey=k3y%2F0123456789"));
    assertThat(
        follow(way, "https://b.example/?a=1&apiKey=k3y%2F0123456789"),
        is("https://b.example/?a=1"));
    assertThat(way.current().isHome(), is(false));
    assertThat("nor back", way.follow("https://a.example/v3").isHome(), is(false));
  }

  @Test
  public void aSecretUnderAnotherNameIsNotSentElsewhere() {
    refuses(withQuery(), "https://b.example/?k=k3y%2F0123456789", "with the secret");
    refuses(withQuery(), "https://b.example/k3y/0123456789", "with the secret");
    refuses(
        from("https://a.example", SecretPlace.header("x-api-key", "", NAME)),
        "https://b.example/?k=k3y%2f0123456789",
        "with the secret");
  }

  @Test
  public void anotherPortIsAnotherHostUnlessItIsTheUpgradeToHttps() throws BadRedirectException {
    assertThat(
        from("https://a.example", null).follow("https://a.example:8443/").isHome(), is(false));
    assertThat(from("http://a.example", null).follow("https://A.example/").isHome(), is(true));
    assertThat(from("http://a.example:80", null).follow("http://a.example/x").isHome(), is(true));
  }
}
