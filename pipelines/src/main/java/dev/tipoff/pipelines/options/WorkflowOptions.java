package dev.tipoff.pipelines.options;

/** Which slates a workflow is for, and what it may ask. Its sources are its own. */
public interface WorkflowOptions extends ScrapeOptions, ForceOptions {}
