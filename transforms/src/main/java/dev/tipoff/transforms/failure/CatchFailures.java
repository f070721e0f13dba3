package dev.tipoff.transforms.failure;

import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Catches what a step's own code stumbles over, a row at a time: the row becomes a failure of code
 * STEP_FAULT and the others go on. The step's code reads as it would without: <code>
 * caught.of(row, () -> make(row), failures).ifPresent(output)</code>.
 *
 * <p>Only what makes something of a row belongs inside, and never what hands it on: a runner may
 * run the steps after it there.
 *
 * @param <T> a row
 */
public final class CatchFailures<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A compiler numbers them, and the same failure is to have the same words. */
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

  private final String step;
  private final SerializableFunction<T, String> keyOf;
  private final SerializableFunction<T, @Nullable GameDay> slateOf;

  private CatchFailures(
      String step,
      SerializableFunction<T, String> keyOf,
      SerializableFunction<T, @Nullable GameDay> slateOf) {
    this.step = step;
    this.keyOf = keyOf;
    this.slateOf = slateOf;
  }

  /**
   * Catches for a step.
   *
   * @param keyOf what a row is found by
   * @param slateOf the slate that a row is of
   */
  public static <T> CatchFailures<T> in(
      String step,
      SerializableFunction<T, String> keyOf,
      SerializableFunction<T, @Nullable GameDay> slateOf) {
    return new CatchFailures<>(step, keyOf, slateOf);
  }

  /**
   * What is made of a row; empty if the code threw, which is a failure then.
   *
   * @param make makes something of the row, and nothing else
   */
  public <O> Optional<O> of(T row, Supplier<O> make, Consumer<Failure> failures) {
    try {
      return Optional.of(make.get());
    } catch (RuntimeException e) {
      failures.accept(
          Failure.of(
              step,
              FailureCode.STEP_FAULT,
              keyOf.apply(row),
              place(e) + ": " + e,
              String.valueOf(row),
              slateOf.apply(row)));
      return Optional.empty();
    }
  }

  /** Where our code was: the first of its lines on the stack. */
  private static String place(RuntimeException e) {
    for (StackTraceElement element : e.getStackTrace()) {
      if (element.getClassName().startsWith("dev.tipoff.")) {
        return element.getClassName().substring(element.getClassName().lastIndexOf('.') + 1)
            + "."
            + LAMBDA.matcher(element.getMethodName()).replaceAll("$1");
      }
    }
    return "unknown place";
  }
}
