package dev.tipoff.pipelines;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Ways to read bytes in which the bytes say which classes are made of them. */
final class ForeignObjects {
  /** Reads what workers of one job wrote to each other, which no one outside gets at. */
  private static final String MODELS_BETWEEN_WORKERS = "dev.tipoff.transforms.learned.Models";

  /** Types that make whatever their input names, with those that extend them. */
  private static final ImmutableSet<String> READERS =
      ImmutableSet.of(
          "java.io.ObjectInput",
          "java.beans.XMLDecoder",
          "javax.script.ScriptEngine",
          "com.esotericsoftware.kryo.Kryo",
          "com.thoughtworks.xstream.XStream",
          "org.yaml.snakeyaml.Yaml",
          "org.yaml.snakeyaml.constructor.BaseConstructor",
          "com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator",
          "com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder");

  /** Methods that do, or that make others do it, of types that do other things too. */
  private static final ImmutableSetMultimap<String, String> METHODS =
      ImmutableSetMultimap.<String, String>builder()
          .putAll(
              "com.fasterxml.jackson.databind.ObjectMapper",
              "enableDefaultTyping",
              "enableDefaultTypingAsProperty",
              "activateDefaultTyping",
              "activateDefaultTypingAsProperty",
              "setDefaultTyping")
          .putAll(
              "com.fasterxml.jackson.databind.cfg.MapperBuilder",
              "activateDefaultTyping",
              "activateDefaultTypingAsProperty",
              "setDefaultTyping")
          .put("org.apache.commons.lang3.SerializationUtils", "deserialize")
          .put("org.apache.beam.sdk.util.SerializableUtils", "deserializeFromByteArray")
          .build();

  /** Annotations with which JSON names the classes that are made of it. */
  private static final ImmutableSet<String> ANNOTATIONS =
      ImmutableSet.of(
          "com.fasterxml.jackson.annotation.JsonTypeInfo",
          "com.fasterxml.jackson.databind.annotation.JsonTypeResolver",
          "com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver");

  private static final DescribedPredicate<JavaCall<?>> READS =
      describe(
          "it makes the classes that its input names",
          call ->
              READERS.stream().anyMatch(call.getTargetOwner()::isAssignableTo)
                  || METHODS.entries().stream()
                      .anyMatch(
                          method ->
                              call.getTargetOwner().isAssignableTo(method.getKey())
                                  && call.getName().equals(method.getValue())));

  private static final DescribedPredicate<JavaClass> ANNOTATION =
      describe("let JSON name classes", type -> ANNOTATIONS.contains(type.getName()));

  static final ArchRule NONE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(MODELS_BETWEEN_WORKERS)
          .should()
          .callCodeUnitWhere(READS)
          .orShould()
          .dependOnClassesThat(ANNOTATION)
          .because("what comes from outside may say what is in it, and never what it becomes");

  private ForeignObjects() {}
}
