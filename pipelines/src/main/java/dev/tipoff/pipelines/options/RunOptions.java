package dev.tipoff.pipelines.options;

/** All phases of a slate, each only where something has changed unless it is forced. */
public interface RunOptions extends ScrapeOptions, PredictOptions, PublishOptions, ForceOptions {}
