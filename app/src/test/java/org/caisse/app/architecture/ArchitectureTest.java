package org.caisse.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the house promises about its rooms. */
class ArchitectureTest {

  /** Who may know whom. */
  private static final Map<String, Set<String>> KNOWS =
      Map.of(
          "domain", Set.of(),
          "testing", Set.of(),
          "config", Set.of("domain"),
          "readers", Set.of("domain", "config"),
          "writers", Set.of("domain", "config"),
          "jobs", Set.of("domain", "config", "readers", "writers"),
          "schedules", Set.of("domain", "config", "readers", "writers", "jobs"),
          "app", Set.of("domain", "config", "readers", "writers", "jobs", "schedules"));

  private static final Set<String> INEXACT =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  private static final Set<String> RANDOM =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator");

  /**
   * The envelope of a manifest says when, outside the hash of the content; a dead execution gets an
   * end in the tables of Spring Batch; a law that has run out is not worked with.
   */
  private static final Set<String> CLOCK_READERS =
      Set.of(
          "org.caisse.jobs.run.RunManifest",
          "org.caisse.jobs.run.DeadExecutions",
          "org.caisse.config.pack.PackLoader");

  private static JavaClasses caisse;

  @BeforeAll
  static void readClasses() {
    // Names say enough here; looking into every library takes several times as long.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    caisse =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.caisse");
  }

  static List<String> modules() {
    return KNOWS.keySet().stream().sorted().toList();
  }

  @Test
  void everyModuleIsKnownHereAndSeenByTheseTests() {
    assertThat(Sources.modules())
        .extracting(folder -> folder.getFileName().toString())
        .containsExactlyElementsOf(modules());
    for (Path folder : Sources.modules()) {
      String module = folder.getFileName().toString();
      assertThat(caisse.stream().filter(resideInAPackage("org.caisse." + module + "..")))
          .as("classes of " + module)
          .isNotEmpty();
      assertThat(folder.resolve("src/main/java/org/caisse"))
          .as("packages are named after their module")
          .isDirectoryNotContaining(child -> !child.getFileName().toString().equals(module));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleKnowsOnlyThoseBelowIt(String module) {
    String[] others =
        modules().stream()
            .filter(other -> !other.equals(module) && !KNOWS.get(module).contains(other))
            .map(other -> "org.caisse." + other + "..")
            .toArray(String[]::new);
    if (others.length > 0) {
      noClasses()
          .that()
          .resideInAPackage("org.caisse." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(caisse);
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void packagesOfAModuleDoNotGoInCircles(String module) {
    slices()
        .matching("org.caisse." + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(caisse);
  }

  @Test
  void theDomainIsPureFunctions() {
    noClasses()
        .that()
        .resideInAPackage("org.caisse.domain..")
        .should()
        .dependOnClassesThat(
            resideInAnyOf(
                "org.springframework..",
                "java.sql..",
                "javax.sql..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.net..",
                "java.util.logging..",
                "java.util.concurrent..",
                "org.slf4j.."))
        .orShould()
        .dependOnClassesThat(
            describe(
                "do input and output",
                type ->
                    type.getPackageName().equals("java.io")
                        && !type.getName().equals("java.io.Serializable")))
        .because("a rule gives the same answer for the same facts, wherever it runs")
        .check(caisse);
  }

  @Test
  void theDomainHasNoFloatingPoint() {
    fields()
        .that()
        .areDeclaredInClassesThat(resideInAPackage("org.caisse.domain.."))
        .should(
            new ArchCondition<JavaField>("be exact") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                require(exact(field.getRawType()), field, field.getDescription(), events);
              }
            })
        .check(caisse);
    codeUnits()
        .that()
        .areDeclaredInClassesThat(resideInAPackage("org.caisse.domain.."))
        .should(
            new ArchCondition<JavaCodeUnit>("take, give and ask for what is exact") {
              @Override
              public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean exact =
                    exact(unit.getRawReturnType())
                        && unit.getRawParameterTypes().stream().allMatch(ArchitectureTest::exact)
                        && unit.getCallsFromSelf().stream()
                            .map(call -> call.getTarget())
                            .allMatch(
                                called ->
                                    exact(called.getOwner()) && exact(called.getRawReturnType()));
                require(exact, unit, unit.getDescription(), events);
              }
            })
        .check(caisse);
  }

  @Test
  void amountsAreWholeMinorUnits() {
    fields()
        .that()
        .haveNameEndingWith("Minor")
        .should()
        .haveRawType(
            describe(
                "long or long[]", type -> type.getBaseComponentType().getName().equals("long")))
        .because("money is a long of minor units everywhere")
        .check(caisse);
  }

  @Test
  void onlyOnePlaceBuildsStepsAndOneBuildsJobs() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.caisse.jobs.run.Steps")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.batch.core.step.builder.StepBuilder")
        .because("Steps closes what Spring Batch leaves open")
        .check(caisse);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.caisse.jobs.run.RunContext")
        .should()
        .callConstructorWhere(
            target(
                AccessTarget.Predicates.declaredIn(
                    "org.springframework.batch.core.job.builder.JobBuilder")))
        .because("a job is named after its run")
        .check(caisse);
  }

  @Test
  void springIsForThoseWhoRunJobs() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.caisse.domain..",
            "org.caisse.config..",
            "org.caisse.readers..",
            "org.caisse.writers..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(caisse);
  }

  @Test
  void theClockIsReadAtTheEdgeOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.caisse.app..")
        .and(describe("have no business with it", type -> !CLOCK_READERS.contains(type.getName())))
        .should()
        .accessTargetWhere(readsTheClock())
        .orShould()
        .callConstructor(java.util.Date.class)
        .because("a result depends on its inputs only; the business date is one of them")
        .check(caisse);
    noClasses()
        .that()
        .resideInAPackage("org.caisse.domain..")
        .should()
        .callMethod(System.class, "nanoTime")
        .check(caisse);
  }

  @Test
  void nothingIsLeftToChance() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe("draw random numbers", type -> RANDOM.contains(type.getName())))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .because("a second run gives the same; secrets come from SecureRandom")
        .check(caisse);
  }

  @Test
  void onlyTheCommandLineSpeaksToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.caisse.app..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(caisse);
    noClasses()
        .should()
        .callMethodWhere(
            describe("prints a stack trace", call -> call.getName().equals("printStackTrace")))
        .check(caisse);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.caisse.app.Caisse")
        .and()
        .doNotHaveFullyQualifiedName("org.caisse.app.ValidateMain")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(caisse);
  }

  @Test
  void packagesAreNamedBySubject() {
    noClasses()
        .should()
        .resideInAnyPackage("..impl..", "..util..", "..common..", "..helper..", "..manager..")
        .check(caisse);
    classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)").check(caisse);
  }

  private static DescribedPredicate<JavaClass> resideInAnyOf(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages);
  }

  private static boolean exact(JavaClass type) {
    return !INEXACT.contains(type.getBaseComponentType().getName());
  }

  private static void require(boolean holds, Object item, String what, ConditionEvents events) {
    events.add(new SimpleConditionEvent(item, holds, what));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return describe(
        "the clock",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          boolean now = name.equals("now") || name.startsWith("system");
          return owner.startsWith("java.time.") ? now : name.equals("currentTimeMillis");
        });
  }
}
