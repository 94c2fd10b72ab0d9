package org.assay.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dependency table of docs/architecture.md, held against the byte code. */
class ArchitectureTest {
  private static final String[] CORE = {
    "org.assay.media..", "org.assay.signal..", "org.assay.decision..", "org.assay.pipeline.."
  };
  private static final List<String> SIBLINGS =
      List.of("decoding", "provenance", "detection", "matching", "rulebase", "datasets");

  /** Third-party packages and the only ones of ours that may use them. */
  private static final Map<String, String[]> BOUNDARIES =
      new TreeMap<>(
          Map.of(
              "org.opencv..",
                  new String[] {
                    "org.assay.decoding..", "org.assay.detection..", "org.assay.matching.local.."
                  },
              "nu.pattern..",
                  new String[] {
                    "org.assay.decoding..", "org.assay.detection..", "org.assay.matching.local.."
                  },
              "ai.onnxruntime..", new String[] {"org.assay.detection.."},
              "org.kie..", new String[] {"org.assay.rulebase.."},
              "org.drools..", new String[] {"org.assay.rulebase.."},
              "org.slf4j..", new String[] {"org.assay.rulebase..", "org.assay.app.."},
              "java.sql..", new String[] {"org.assay.app.store..", "org.assay.app.queue.."},
              "io.javalin..", new String[] {"org.assay.app.web.."},
              "io.micrometer..", new String[] {"org.assay.app.."},
              "picocli..", new String[] {"org.assay.app.command..", "org.assay.evaluation.."}));

  private static JavaClasses ours;

  @BeforeAll
  static void readClasses() {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.assay");
  }

  @Test
  void everyModuleIsSeen() {
    for (String module : SIBLINGS) {
      assertThat(ours.stream().anyMatch(c -> c.getPackageName().startsWith("org.assay." + module)))
          .as(module)
          .isTrue();
    }
  }

  @Test
  void coreKnowsTheJdkAlone() {
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(CORE, "java.."))
        .check(ours);
  }

  @Test
  void insideCoreKnowledgeGoesOneWay() {
    String[] order = {"media", "signal", "decision", "pipeline"};
    for (int i = 0; i < order.length; i++) {
      for (int later = i + 1; later < order.length; later++) {
        noClasses()
            .that()
            .resideInAPackage("org.assay." + order[i] + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.assay." + order[later] + "..")
            .check(ours);
      }
    }
  }

  @Test
  void siblingsKnowCoreAndNobodyElseOfOurs() {
    for (String module : SIBLINGS) {
      String own = "org.assay." + module + "..";
      classes()
          .that()
          .resideInAPackage(own)
          .should()
          .onlyDependOnClassesThat(ofOthersOr(with(CORE, own)))
          .check(ours);
    }
  }

  @Test
  void appKnowsNeitherEvaluationNorDatasets() {
    noClasses()
        .that()
        .resideInAPackage("org.assay.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.assay.evaluation..", "org.assay.datasets..", "org.assay.models..")
        .check(ours);
  }

  @Test
  void eachThirdPartyLibraryStaysBehindItsBoundary() {
    BOUNDARIES.forEach(
        (library, users) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(ours));
  }

  @Test
  void servingKnowsNoTrainingLibrary() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
        .check(ours);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.assay.(**)").should().beFreeOfCycles().check(ours);
  }

  private static DescribedPredicate<JavaClass> ofOthersOr(String... allowed) {
    DescribedPredicate<JavaClass> own = JavaClass.Predicates.resideInAnyPackage(allowed);
    return DescribedPredicate.describe(
        "are not ours, or reside in " + String.join(", ", allowed),
        type -> !type.getPackageName().startsWith("org.assay") || own.test(type));
  }

  private static String[] with(String[] packages, String more) {
    String[] all = Arrays.copyOf(packages, packages.length + 1);
    all[packages.length] = more;
    return all;
  }
}
