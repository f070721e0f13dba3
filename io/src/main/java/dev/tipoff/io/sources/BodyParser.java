package dev.tipoff.io.sources;

/**
 * Reads the bodies of one kind. What a body says becomes rows; an entry that cannot be read becomes
 * a failure and does not keep the others from loading; a field that nobody knows, or that is gone,
 * is reported as drift.
 */
@FunctionalInterface
public interface BodyParser {
  /**
   * @throws BadBodyException if the body as a whole is not what the source sends; then none of its
   *     rows count
   */
  void parse(Body body, ParsedRows rows) throws BadBodyException;
}
