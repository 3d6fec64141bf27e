package io.tocsin.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.slf4j.Logger;

/**
 * Who may know whom. The packages stand in the order in which data flows and nothing points back
 * up, so that the stages can be understood, tested and replayed without Kafka, a clock or the web.
 *
 * <p>A rule about a package that does not exist yet holds by itself.
 */
@AnalyzeClasses(packages = "io.tocsin", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String[] STAGES = {
    "io.tocsin.screen..", "io.tocsin.tag..", "io.tocsin.count..", "io.tocsin.alert.."
  };

  private static final String MODEL = "io.tocsin.model..";

  private static final Set<String> SYSTEM_CLOCKS = Set.of("currentTimeMillis", "nanoTime");

  @ArchTest
  static final ArchRule modelKnowsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", MODEL))
          .allowEmptyShould(true);

  @ArchTest static final ArchRule screenKnowsModelOnly = stageKnowsModelOnly("io.tocsin.screen..");
  @ArchTest static final ArchRule tagKnowsModelOnly = stageKnowsModelOnly("io.tocsin.tag..");
  @ArchTest static final ArchRule countKnowsModelOnly = stageKnowsModelOnly("io.tocsin.count..");
  @ArchTest static final ArchRule alertKnowsModelOnly = stageKnowsModelOnly("io.tocsin.alert..");

  @ArchTest
  static final ArchRule stagesAreFreeOfKafkaWebAndLogs =
      noClasses()
          .that()
          .resideInAnyPackage(STAGES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "kafka..",
              "com.fasterxml.jackson..",
              "io.javalin..",
              "io.micrometer..",
              "org.slf4j..",
              "ch.qos.logback..",
              "picocli..")
          .because("business logic is pure Java over records")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule wireKnowsModelOnly =
      noClasses()
          .that()
          .resideInAPackage("io.tocsin.wire..")
          .should()
          .dependOnClassesThat(ourOwnBut("io.tocsin.wire..", MODEL))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule topologyKnowsNothingAboveIt =
      noClasses()
          .that()
          .resideInAnyPackage("io.tocsin.topology..", "io.tocsin.settings..", "io.tocsin.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tocsin.ingest..",
              "io.tocsin.deliver..",
              "io.tocsin.runtime..",
              "io.tocsin.backtest..",
              "io.tocsin.serve..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule backtestStandsBesideTheRuntime =
      noClasses()
          .that()
          .resideInAPackage("io.tocsin.backtest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tocsin.deliver..",
              "io.tocsin.runtime..",
              "io.tocsin.serve..",
              "io.tocsin.settings..")
          .because("it wires the same stages to the past, and needs no service for that")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsCommands =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.tocsin", "io.tocsin.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.tocsin", "io.tocsin.cli..", "picocli..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule streamsStayInTopologyRuntimeServeAndMetrics =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.tocsin.topology..",
              "io.tocsin.runtime..",
              "io.tocsin.serve..",
              "io.tocsin.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.streams..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.tocsin.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule stagesTopologyAndBacktestReadNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(STAGES)
          .or()
          .resideInAnyPackage("io.tocsin.topology..", "io.tocsin.backtest..")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("reads a clock", HouseRulesTest::readsClock))
          .because("the same input must give the same alerts, today and in a back-test")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule loggersAreCalledLogger =
      fields()
          .that()
          .haveRawType(Logger.class)
          .should()
          .haveName("logger")
          .andShould()
          .bePrivate()
          .andShould()
          .beStatic()
          .andShould()
          .beFinal()
          .allowEmptyShould(true);

  private static ArchRule stageKnowsModelOnly(String stage) {
    return noClasses()
        .that()
        .resideInAPackage(stage)
        .should()
        .dependOnClassesThat(ourOwnBut(stage, MODEL))
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> ourOwnBut(String... allowed) {
    return resideInAnyPackage("io.tocsin..").and(resideOutsideOfPackages(allowed));
  }

  /** Calls and method references alike: {@code Instant.now()}, {@code Instant::now}. */
  private static boolean readsClock(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    var owner = target.getOwner();
    String name = target.getName();
    if (owner.isEquivalentTo(System.class)) {
      return SYSTEM_CLOCKS.contains(name);
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    if (owner.isEquivalentTo(Date.class)) {
      return target instanceof AccessTarget.ConstructorCallTarget constructor
          && constructor.getRawParameterTypes().isEmpty();
    }
    return owner.getPackageName().startsWith("java.time") && name.equals("now");
  }
}
