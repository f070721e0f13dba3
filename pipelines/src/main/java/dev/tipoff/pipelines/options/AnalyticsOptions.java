package dev.tipoff.pipelines.options;

/** Which slates, and which reports of who is out are too late. */
public interface AnalyticsOptions extends SlateOptions, AsOfOptions {}
