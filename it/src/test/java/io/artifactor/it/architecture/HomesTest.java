package io.artifactor.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every technology lives in one place, and names say what a thing is in the product. */
class HomesTest {

    @ParameterizedTest
    @CsvSource({
        "jakarta.ws.rs.., ..rest..;io.artifactor.web..",
        "jakarta.servlet.., ..rest..;..sso..;io.artifactor.web..",
        "com.ibm.websphere.security.., io.artifactor.realm..",
        "jakarta.websocket.., ..socket..",
        "jakarta.faces.., ..console..",
        "jakarta.batch.., ..batch..",
        "co.elastic.., io.artifactor.search..",
        "org.elasticsearch.., io.artifactor.search..",
        "org.flywaydb.., io.artifactor.schema..",
        "com.password4j.., io.artifactor.identity..",
        "com.nimbusds.., io.artifactor.identity..",
        "com.eatthepath.., io.artifactor.identity..",
        "com.google.zxing.., io.artifactor.identity..",
        "com.webauthn4j.., io.artifactor.identity..",
        "io.github.bucket4j.., io.artifactor.limit..",
        "com.github.benmanes.., io.artifactor.cache..;io.artifactor.limit..",
        "io.lettuce.., io.artifactor.cache..;io.artifactor.limit..",
        "org.apache.tika.., io.artifactor.artifact..",
        "com.github.difflib.., io.artifactor.artifact..",
        "com.dynatrace.hash4j.., io.artifactor.artifact..",
        "jakarta.mail.., io.artifactor.identity..;io.artifactor.letter..",
        "org.jsoup.., io.artifactor.importing..",
        "org.apache.commons.compress.., io.artifactor.importing.."
    })
    void technologyStaysAtHome(String technology, String homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(homes.split(";"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .allowEmptyShould(true)
                .check(Product.classes());
    }

    /** Each asks whom the operator named; docs/operating.md has the list of all connections. */
    @Test
    void connectionsAreOpenedInFewPlaces() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.artifactor.identity.ProviderWeb")
                .and()
                .doNotHaveFullyQualifiedName("io.artifactor.malware.ClamdConnection")
                .and()
                .doNotHaveFullyQualifiedName("io.artifactor.search.ElasticsearchConnection")
                .and()
                .doNotHaveFullyQualifiedName("io.artifactor.syslog.SyslogLink")
                .and()
                .doNotHaveFullyQualifiedName("io.artifactor.trust.TrustedAuthority")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.http\\..*|java\\.net\\..*(Socket|URLConnection)"
                                + "|java\\.nio\\.channels\\..*SocketChannel"
                                + "|javax\\.net\\..*(Socket|Factory|Context|Engine)")
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .check(Product.classes());
    }

    @Test
    void edgesHoldNoPersistence() {
        noClasses()
                .that()
                .resideInAnyPackage("..rest..", "..sso..", "..batch..", "io.artifactor.web..")
                .and()
                .doNotHaveSimpleName("ErrorMapper")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
                .check(Product.classes());
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|Service)(\\$.*)?")
                .check(Product.classes());
    }

    @Test
    void eachPackageLivesInOneModule() {
        Map<String, Long> modules =
                Product.classes().stream()
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getPackageName,
                                        Collectors.mapping(
                                                HomesTest::moduleOf,
                                                Collectors.collectingAndThen(
                                                        Collectors.toSet(),
                                                        set -> (long) set.size()))));
        assertThat(modules).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @Test
    void doorsHaveFewCollaborators() {
        List<String> crowded =
                Product.classes().stream()
                        .filter(c -> injected(c) > 8)
                        .map(JavaClass::getName)
                        .toList();
        assertThat(crowded).isEmpty();
    }

    @Test
    void doorsKeepNoState() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .and()
                .areNotAnnotatedWith(Inject.class)
                .and()
                .areNotFinal()
                .and()
                .areNotAnnotatedWith("jakarta.persistence.PersistenceContext")
                .and()
                .areNotAnnotatedWith("jakarta.annotation.Resource")
                .should()
                .notBeFinal()
                .allowEmptyShould(true)
                .check(Product.classes());
    }

    private static long injected(JavaClass type) {
        return type.getFields().stream().filter(f -> f.isAnnotatedWith(Inject.class)).count();
    }

    private static String moduleOf(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString().replaceAll(".*/([^/]+)/target/.*", "$1"))
                .orElse("unknown");
    }
}
