package dev.tipoff.pipelines.options;

/** What to predict, and in what form to print it. */
public interface PredictCommandOptions extends PredictOptions, FormatOptions {}
