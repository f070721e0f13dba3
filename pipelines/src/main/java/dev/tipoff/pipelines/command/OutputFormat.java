package dev.tipoff.pipelines.command;

import dev.tipoff.pipelines.Choice;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.FormatOptions;

/** In what form a command prints what it has found. */
enum OutputFormat {
  TABLE,
  CSV,
  JSON;

  /**
   * @throws IllegalArgumentException if the option names none
   */
  static OutputFormat of(FormatOptions options) {
    return Choice.of("format", options.getFormat(), OutputFormat.class);
  }

  /** Where people are told what happens, which is not where a program reads data. */
  Report forPeople(Report report) {
    return this == TABLE ? report : report.besideData();
  }
}
