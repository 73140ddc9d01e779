package io.artifactor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may call a resource stands at the resource; one that says nothing answers nobody. */
class RulesTest {

    private static final List<String> RULES =
            List.of(
                    "jakarta.annotation.security.RolesAllowed",
                    "jakarta.annotation.security.PermitAll",
                    "jakarta.annotation.security.DenyAll");

    @Test
    void everyResourceSaysWhoMayCallIt() {
        List<JavaMethod> resources =
                Product.classes().stream()
                        .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(RulesTest::answersRequests)
                        .toList();
        List<String> silent =
                resources.stream()
                        .filter(method -> !isRuled(method) && !isRuled(method.getOwner()))
                        .map(JavaMethod::getFullName)
                        .toList();

        assertThat(resources).isNotEmpty();
        assertThat(silent).isEmpty();
    }

    private static boolean answersRequests(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .anyMatch(RulesTest::isHttpMethod);
    }

    private static boolean isHttpMethod(JavaClass annotation) {
        return List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS").stream()
                .anyMatch(name -> annotation.getName().equals("jakarta.ws.rs." + name));
    }

    private static boolean isRuled(CanBeAnnotated element) {
        return RULES.stream().anyMatch(element::isAnnotatedWith);
    }
}
