package dev.tipoff.io.odds;

import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.failure.FailureCode;

/** Takes the offers that cannot be used. */
@FunctionalInterface
public interface OfferFailures {
  void fail(FailureCode code, BodyNode offer, String message);
}
