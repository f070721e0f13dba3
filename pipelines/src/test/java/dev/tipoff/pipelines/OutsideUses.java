package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableSortedSet;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the code uses the outside for, found in the code itself. */
public final class OutsideUses {
  private static final Set<String> FILES =
      Set.of(
          "java.nio.file.Files",
          "org.apache.beam.sdk.io.FileIO",
          "org.apache.beam.sdk.io.FileSystems",
          "org.duckdb.DuckDBDriver");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.tipoff.io", "dev.tipoff.pipelines");

  private OutsideUses() {}

  /**
   * The classes through which others meet who calls outside: from each caller upwards along the
   * methods that are called, to those that are behind an interface of ours.
   */
  public static Set<String> ofTheNetwork() {
    Set<String> uses = new HashSet<>();
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>();
    OutsideCalls.CALLERS.forEach(caller -> open.add(CODE.get(caller)));
    while (!open.isEmpty()) {
      JavaClass type = open.remove();
      if (type.getAllRawInterfaces().stream().anyMatch(OutsideUses::isOurs)) {
        uses.add(type.getSimpleName());
      } else if (seen.add(type)) {
        Stream.<JavaAccess<?>>concat(
                type.getMethodCallsToSelf().stream(), type.getMethodReferencesToSelf().stream())
            .filter(call -> isWork(type, call))
            .map(call -> outermost(call.getOriginOwner()))
            .filter(origin -> !origin.equals(type))
            .forEach(open::add);
      }
    }
    return ImmutableSortedSet.copyOf(Comparator.naturalOrder(), uses);
  }

  /** What opens or closes a caller does not call. */
  private static boolean isWork(JavaClass type, JavaAccess<?> call) {
    return !call.getName().equals("close")
        && type.getMethods().stream()
            .filter(method -> method.getName().equals(call.getName()))
            .noneMatch(method -> method.getModifiers().contains(JavaModifier.STATIC));
  }

  /** The classes that touch files. */
  public static Set<String> ofFiles() {
    return CODE.stream()
        .filter(type -> !type.getPackageName().startsWith("dev.tipoff.pipelines.simulator"))
        .filter(
            type ->
                type.getAccessesFromSelf().stream()
                    .anyMatch(access -> FILES.contains(access.getTargetOwner().getName())))
        .map(type -> outermost(type).getSimpleName())
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("dev.tipoff");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(OutsideUses::outermost).orElse(type);
  }
}
