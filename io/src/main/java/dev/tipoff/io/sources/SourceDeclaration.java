package dev.tipoff.io.sources;

/**
 * Declares one source. To add a source, write a class that implements this in the package of its
 * provider, mark it with {@code @AutoService(SourceDeclaration.class)}, and test it; {@link
 * Catalogue} finds it.
 */
public interface SourceDeclaration {
  Source source();
}
