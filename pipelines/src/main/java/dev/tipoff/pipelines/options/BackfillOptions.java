package dev.tipoff.pipelines.options;

/** Phases 3 to 6 of past slates. */
public interface BackfillOptions extends PlayedSlatesOptions, ForceOptions {}
