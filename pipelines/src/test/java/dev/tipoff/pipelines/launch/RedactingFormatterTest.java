package dev.tipoff.pipelines.launch;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.Test;

public class RedactingFormatterTest {
  private static final String PASSWORD = "hunter2" + "hunter2";

  @Test
  public void neitherMessageNorStackHasASecret() {
    LogRecord logged = new LogRecord(Level.INFO, "tried password={0}");
    logged.setParameters(new Object[] {PASSWORD});
    logged.setThrown(
        new IllegalStateException(
            "so it is", new IllegalStateException("at https://me:" + PASSWORD + "@host/")));
    assertThat(
        new RedactingFormatter().format(logged),
        allOf(
            containsString("tried password=***"),
            containsString("at https://***@host/"),
            containsString("neitherMessageNorStackHasASecret"),
            not(containsString(PASSWORD))));
  }
}
