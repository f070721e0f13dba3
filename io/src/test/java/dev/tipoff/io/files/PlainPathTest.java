package dev.tipoff.io.files;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class PlainPathTest {
  @Test
  public void plainNamesAreBelowTheFolder() {
    assertThat(
        PlainPath.inside("gs://bucket/archive", "bdl_games/2031-01-10/0f-20310110T220000Z.json.gz"),
        is("gs://bucket/archive/bdl_games/2031-01-10/0f-20310110T220000Z.json.gz"));
    assertThat(PlainPath.inside("a", "b"), is("a/b"));
    assertThat(PlainPath.isName("x".repeat(200)), is(true));
  }

  @Test
  public void namesThatLeadElsewhereAreRefused() {
    for (String path :
        new String[] {
          "..",
          "a/..",
          "../a",
          "a/../b",
          ".",
          "/a",
          "a//b",
          "a/",
          "",
          ".hidden",
          "a\\b",
          "C:",
          "a\0",
          "a\nb",
          "*.gz",
          "a[b]",
          "a{b,c}",
          "~",
          "é",
          "gs://b",
          "x".repeat(201)
        }) {
      assertThrows(path, IllegalArgumentException.class, () -> PlainPath.inside("/archive", path));
    }
  }
}
