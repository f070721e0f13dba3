package dev.tipoff.io.alerts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.failure.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** {@link DeclaredLog} and what it writes. */
public class LogChannelTest {
  private static final class Kept extends Handler {
    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord logged) {
      records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final Logger logger = Logger.getLogger(LogChannel.class.getName());
  private final Kept kept = new Kept();
  private Level before;

  @Before
  public void listen() {
    before = logger.getLevel();
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(kept);
  }

  @After
  public void leave() {
    logger.removeHandler(kept);
    logger.setUseParentHandlers(true);
    logger.setLevel(before);
  }

  private void send(Severity severity, String samples) throws UnsentAlertException {
    DeclaredLog declared = new DeclaredLog(Runbook.IN_REPOSITORY);
    assertThat(declared.takes(TestedAlerts.alert(severity)), is(true));
    try (AlertChannel channel = declared.open(TestedAlerts.NO_SECRETS)) {
      channel.send(TestedAlerts.builder(severity).setSamples(samples).build());
    }
  }

  @Test
  public void everyAlertIsALineOfItsLevel() throws UnsentAlertException {
    for (Severity severity : Severity.values()) {
      send(severity, "row 7");
    }
    assertThat(
        kept.records.stream().map(LogRecord::getLevel).toList(),
        contains(Level.INFO, Level.WARNING, Level.SEVERE));
  }

  @Test
  public void itSaysItAllInOneLine() throws UnsentAlertException {
    send(Severity.CRITICAL, "row {} 7\r\nSEVERE: {0} forged\u2028");
    LogRecord line = kept.records.get(0);
    assertThat(
        new SimpleFormatter().formatMessage(line),
        is(
            "Alert "
                + TestedAlerts.ID
                + ": 1,234 BAD_ROW in load-raw, step ResolveLines, slate 2026-01-15 to 2026-01-16;"
                + " run run-7; see docs/runbook.md#bad_row; row {} 7 SEVERE: {0} forged"));
    assertThat(line.getThrown(), is(nullValue()));
  }
}
