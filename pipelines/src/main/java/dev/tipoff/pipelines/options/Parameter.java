package dev.tipoff.pipelines.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option that a template has as a parameter. Its help text is the option's description. What is
 * not marked so is for runs on one's own machine.
 *
 * @see <a
 *     href="https://cloud.google.com/dataflow/docs/guides/templates/configuring-flex-templates">Google
 *     on metadata of templates</a>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Parameter {
  /** What a form shows beside the field. */
  String label();

  /** What all of a value has to match; empty for what the type alone says. */
  String matches() default "";

  /** The kind of value. */
  Type type() default Type.TEXT;

  /** Whether a launch must give one. */
  boolean required() default false;

  /** Kinds of values, with what all of a value has to match on a service. */
  enum Type {
    TEXT("", "TEXT"),
    NUMBER("-?\\d+(\\.\\d+)?", "NUMBER"),
    BOOLEAN("true|false", "BOOLEAN"),
    /** A folder in a bucket that is read. */
    READ_FOLDER("gs://[a-z0-9][-a-z0-9_.]+/.+", "GCS_READ_FOLDER"),
    /** A folder in a bucket that is written. */
    WRITE_FOLDER("gs://[a-z0-9][-a-z0-9_.]+/.+", "GCS_WRITE_FOLDER"),
    TOPIC("projects/[^/]+/topics/[^/]+", "PUBSUB_TOPIC"),
    SUBSCRIPTION("projects/[^/]+/subscriptions/[^/]+", "PUBSUB_SUBSCRIPTION");

    private final String matches;
    private final String onService;

    Type(String matches, String onService) {
      this.matches = matches;
      this.onService = onService;
    }

    /** What every value has to match; empty for anything. */
    public String matches() {
      return matches;
    }

    /** The service's name for it. */
    public String onService() {
      return onService;
    }

    /** Whether it is a place that a run on one's own machine has as a folder. */
    public boolean isFolder() {
      return this == READ_FOLDER || this == WRITE_FOLDER;
    }
  }
}
