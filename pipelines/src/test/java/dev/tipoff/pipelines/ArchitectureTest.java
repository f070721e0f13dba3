package dev.tipoff.pipelines;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.runner.RunWith;

/** What the modules may know of each other, and what no class of ours may do. */
@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(packages = "dev.tipoff", importOptions = DoNotIncludeTests.class)
public class ArchitectureTest {
  private static final String TRANSFORMS = "dev.tipoff.transforms..";
  private static final String IO = "dev.tipoff.io..";
  private static final String PIPELINES = "dev.tipoff.pipelines..";

  @ArchTest
  public static final ArchRule transformsKnowNeitherIoNorPipelines =
      noClasses()
          .that()
          .resideInAPackage(TRANSFORMS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(IO, PIPELINES);

  @ArchTest
  public static final ArchRule ioDoesNotKnowPipelines =
      noClasses()
          .that()
          .resideInAPackage(IO)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(PIPELINES);

  @ArchTest
  public static final ArchRule transformsTouchNoOutsideWorld =
      noClasses()
          .that()
          .resideInAPackage(TRANSFORMS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.nio\\.file\\.Files|java\\.io\\.(File|Random)[A-Za-z]*");

  @ArchTest
  public static final ArchRule packagesAreNamedByWhatTheyDo =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..utils..", "..util..", "..common..", "..helper..", "..helpers..", "..impl..")
          .because("packages are named by what they do in the domain, not by pattern");

  @ArchTest
  public static final ArchRule classesAreNamedByWhatTheyDo =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  @ArchTest
  public static final ArchRule transformsReadNoClockAndThrowNoDice =
      noClasses()
          .that()
          .resideInAPackage(TRANSFORMS)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(org.joda.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .callConstructor(java.util.Random.class)
          .because("running anything twice gives the same rows");

  @ArchTest
  public static final ArchRule manyKeysTravelInShards =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.apache\\.beam\\.sdk\\.transforms\\.(Distinct|Deduplicate)(\\$.*)?")
          .because("a runner hands on each key by itself; OnePerKey does it in shards");

  @ArchTest
  public static final ArchRule noSideInputIsWithoutARow =
      noClasses()
          .that()
          .doNotHaveSimpleName("CombinedView")
          .and()
          .haveNameNotMatching(".*\\.SlateMapView(\\$Latest)?")
          .and()
          .doNotHaveSimpleName("LatestView")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.apache\\.beam\\.sdk\\.transforms\\.(View|Combine\\$GloballyAsSingletonView)")
          .because("steps of DirectRunner may wait for ever for one that nothing came to");

  @ArchTest
  public static final ArchRule noStaticState =
      fields()
          .that(
              new DescribedPredicate<JavaField>("are static") {
                @Override
                public boolean test(JavaField field) {
                  return field.getModifiers().contains(JavaModifier.STATIC)
                      && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                }
              })
          .should()
          .beFinal();

  @ArchTest
  public static final ArchRule nothingSleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class)
          .orShould()
          .callMethodWhere(target(name("sleepUninterruptibly")));

  @ArchTest
  public static final ArchRule packagesOfTransformsHaveNoCycles =
      slices().matching("dev.tipoff.transforms.(*)..").should().beFreeOfCycles();

  @ArchTest
  public static final ArchRule onlyOutsideCallersCallOutside = OutsideCalls.BY_THEIR_CALLERS_ONLY;

  @ArchTest
  public static final ArchRule outsideCallersKeepToTheDeadline = OutsideCalls.WITH_A_DEADLINE;

  @ArchTest public static final ArchRule noBytesNameTheClassesTheyBecome = ForeignObjects.NONE;
}
