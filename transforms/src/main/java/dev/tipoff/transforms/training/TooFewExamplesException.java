package dev.tipoff.transforms.training;

/** There is too little to learn from. */
public final class TooFewExamplesException extends Exception {
  private static final long serialVersionUID = 1L;

  TooFewExamplesException(String message) {
    super(message);
  }
}
