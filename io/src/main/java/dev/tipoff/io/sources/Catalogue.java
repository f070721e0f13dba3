package dev.tipoff.io.sources;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Every source that is declared, by id. */
public final class Catalogue {
  private final ImmutableSortedMap<String, Source> sources;

  private Catalogue(ImmutableSortedMap<String, Source> sources) {
    this.sources = sources;
  }

  /**
   * Finds the declared sources.
   *
   * @throws IllegalStateException if two have one id, or one asks for the games of none
   */
  public static Catalogue load() {
    TreeMap<String, Source> found = new TreeMap<>();
    for (SourceDeclaration declaration :
        ServiceLoader.load(SourceDeclaration.class, Catalogue.class.getClassLoader())) {
      Source source = declaration.source();
      if (found.put(source.id(), source) != null) {
        throw new IllegalStateException("two sources are called " + source);
      }
    }
    for (Source source : found.values()) {
      String parent = source.parent();
      if (parent != null && !found.containsKey(parent)) {
        throw new IllegalStateException(source + " asks for games of " + parent + ", unknown");
      }
    }
    return new Catalogue(ImmutableSortedMap.copyOf(found));
  }

  public Collection<Source> all() {
    return sources.values();
  }

  public boolean has(String id) {
    return sources.containsKey(id);
  }

  /**
   * @throws IllegalArgumentException if there is no such source
   */
  public Source get(String id) {
    Source source = sources.get(id);
    if (source == null) {
      throw new IllegalArgumentException(
          "there is no source '" + id + "'; tipoff sources lists them");
    }
    return source;
  }

  /**
   * The sources of a list of ids, with those whose games they ask for, parents first.
   *
   * @throws IllegalArgumentException if there is no such source
   */
  public Set<Source> named(String ids) {
    Set<Source> named = new LinkedHashSet<>();
    for (String id : Splitter.on(',').trimResults().omitEmptyStrings().split(ids)) {
      Source source = get(id);
      String parent = source.parent();
      if (parent != null) {
        named.add(get(parent));
      }
      named.add(source);
    }
    return named;
  }
}
