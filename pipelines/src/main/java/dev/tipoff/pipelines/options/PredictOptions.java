package dev.tipoff.pipelines.options;

/** Which slates, as of when, and when a line is worth a bet. */
public interface PredictOptions extends SlateOptions, AsOfOptions, BettingOptions {}
