package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;

/**
 * The word that this process is to stop: TERM, or INT from a terminal. Whoever awaits it ends as
 * any command does, with its own exit code; a shutdown hook could not choose one.
 */
final class StopSignal {
  private static final ImmutableList<String> NAMES = ImmutableList.of("TERM", "INT");

  private StopSignal() {}

  /** Waits for it. */
  static void await() throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    Map<String, Object> before = new HashMap<>();
    NAMES.forEach(name -> before.put(name, Signals.register(name, stop::countDown)));
    try {
      stop.await();
    } finally {
      before.forEach(Signals::unregister);
    }
  }
}
