package io.artifactor.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no description names is found in the code: servlets and pages have their lines too. */
class OtherRoutesTest {

    private static final String SERVLET = "jakarta.servlet.annotation.WebServlet";

    @Test
    void everyServletIsInTheTable() throws IOException {
        Set<String> served = new TreeSet<>();
        served.addAll(servlets("web", ""));
        served.addAll(servlets("sso", "/sso"));

        assertThat(served).contains("/api/artifacts/sync", "/sso/out");
        assertThat(tabled()).containsAll(served);
    }

    @Test
    void everyPageIsInTheTable() throws IOException {
        Set<String> served = pages();

        assertThat(served).contains("/sign-in/");
        assertThat(tabled()).containsAll(served);
    }

    private static Set<String> tabled() throws IOException {
        return Authorisation.read().operations().stream()
                .map(it -> it.substring(it.indexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    private static List<String> servlets(String module, String root) {
        return new ClassFileImporter()
                .importPath(Path.of("..", module, "target", "classes")).stream()
                        .filter(it -> it.isAnnotatedWith(SERVLET))
                        .flatMap(OtherRoutesTest::patterns)
                        .map(it -> root + it)
                        .toList();
    }

    private static Stream<String> patterns(JavaClass servlet) {
        JavaAnnotation<?> annotation = servlet.getAnnotationOfType(SERVLET);
        return Stream.of("value", "urlPatterns")
                .map(annotation::get)
                .flatMap(Optional::stream)
                .flatMap(it -> Stream.of((Object[]) it))
                .map(String::valueOf);
    }

    private static Set<String> pages() throws IOException {
        Path root = Path.of("..", "web", "src", "main", "webapp");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(it -> "/" + root.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> !it.startsWith("/WEB-INF/"))
                    .map(it -> it.replaceFirst("(?<=./)index\\.html$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
