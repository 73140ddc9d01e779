package io.artifactor.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A feature calls only those the table gives it; edges are called by nobody. */
class DirectionTest {

    private static final String ROOT = "io.artifactor.";

    /** Feature, and the features it may call. */
    private static final Map<String, List<String>> MAY_CALL =
            Map.ofEntries(
                    Map.entry("problem", List.of()),
                    Map.entry("health", List.of()),
                    Map.entry("log", List.of()),
                    Map.entry("message", List.of("problem")),
                    Map.entry("trust", List.of()),
                    Map.entry("cache", List.of("health", "schema")),
                    Map.entry("limit", List.of("cache")),
                    Map.entry("operation", List.of("problem", "paging", "identity")),
                    Map.entry("schema", List.of("health")),
                    Map.entry("paging", List.of("problem")),
                    Map.entry("outbox", List.of("problem", "health", "paging")),
                    Map.entry("storage", List.of("problem", "health")),
                    Map.entry(
                            "identity",
                            List.of("cache", "health", "problem", "paging", "outbox", "trust")),
                    Map.entry(
                            "realm",
                            List.of("cache", "problem", "paging", "identity", "workspace")),
                    Map.entry("syslog", List.of("health", "outbox", "identity", "trust")),
                    Map.entry(
                            "malware",
                            List.of("cache", "health", "problem", "identity", "storage")),
                    Map.entry("scim", List.of("problem", "identity", "realm")),
                    Map.entry("idempotency", List.of("problem", "identity")),
                    Map.entry("group", List.of("problem", "paging", "identity")),
                    Map.entry("hold", List.of("problem", "paging", "identity")),
                    Map.entry(
                            "workspace",
                            List.of("cache", "problem", "paging", "outbox", "identity", "hold")),
                    Map.entry("letter", List.of("outbox", "identity", "workspace")),
                    Map.entry("quota", List.of("problem", "identity", "workspace")),
                    Map.entry(
                            "artifact",
                            List.of(
                                    "quota",
                                    "cache",
                                    "group",
                                    "hold",
                                    "problem",
                                    "paging",
                                    "outbox",
                                    "identity",
                                    "workspace",
                                    "malware",
                                    "storage")),
                    Map.entry(
                            "capture",
                            List.of(
                                    "malware",
                                    "quota",
                                    "problem",
                                    "outbox",
                                    "identity",
                                    "workspace",
                                    "storage",
                                    "artifact")),
                    Map.entry(
                            "activity",
                            List.of(
                                    "problem",
                                    "paging",
                                    "outbox",
                                    "identity",
                                    "workspace",
                                    "artifact",
                                    "conversation",
                                    "importing")),
                    Map.entry(
                            "retention",
                            List.of(
                                    "operation",
                                    "problem",
                                    "paging",
                                    "identity",
                                    "workspace",
                                    "hold",
                                    "artifact")),
                    Map.entry(
                            "preview",
                            List.of("problem", "outbox", "identity", "storage", "artifact")),
                    Map.entry(
                            "conversation",
                            List.of(
                                    "hold",
                                    "problem",
                                    "paging",
                                    "outbox",
                                    "identity",
                                    "workspace",
                                    "storage",
                                    "artifact")),
                    Map.entry(
                            "importing",
                            List.of(
                                    "malware",
                                    "quota",
                                    "health",
                                    "operation",
                                    "problem",
                                    "paging",
                                    "outbox",
                                    "identity",
                                    "workspace",
                                    "storage",
                                    "artifact",
                                    "conversation")),
                    Map.entry(
                            "search",
                            List.of(
                                    "health",
                                    "operation",
                                    "problem",
                                    "paging",
                                    "outbox",
                                    "identity",
                                    "workspace",
                                    "storage",
                                    "artifact",
                                    "conversation",
                                    "trust")));

    private static final List<String> EDGES = List.of("rest", "socket", "sso", "console", "batch");

    static List<String> features() {
        return MAY_CALL.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("features")
    void featureCallsOnlyWhatTheTableGivesIt(String feature) {
        List<String> forbidden = new ArrayList<>(features());
        forbidden.remove(feature);
        forbidden.removeAll(MAY_CALL.getOrDefault(feature, List.of()));
        noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .and()
                .resideOutsideOfPackages(edges())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        forbidden.stream().map(f -> ROOT + f + "..").toArray(String[]::new))
                .check(Product.classes());
    }

    @Test
    void edgesAreCalledByNoFeature() {
        noClasses()
                .that()
                .resideOutsideOfPackages(edges())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(edges())
                .check(Product.classes());
    }

    @Test
    void everyFeatureStandsInTheTable() {
        TreeSet<String> found =
                Product.classes().stream()
                        .map(c -> c.getPackageName().substring(ROOT.length()).split("\\.")[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        found.remove("web");
        assertThat(found).isSubsetOf(MAY_CALL.keySet());
    }

    private static String[] edges() {
        return EDGES.stream().map(edge -> ".." + edge + "..").toArray(String[]::new);
    }
}
