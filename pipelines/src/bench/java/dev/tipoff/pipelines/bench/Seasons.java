package dev.tipoff.pipelines.bench;

import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;

/** Seasons that have been imported and of which nothing has been computed. */
interface Seasons {
  /** What they are called in a title. */
  String name();

  /** A warehouse of its own with so many seasons at least. */
  Path of(int seasons) throws IOException;

  /** The slates of the latest seasons, so many of them. */
  SlateRange slates(int seasons);
}
