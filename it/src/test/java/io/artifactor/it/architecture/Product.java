package io.artifactor.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled product, read once. */
final class Product {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .importPaths(
                            Path.of("../ejb/target/classes"),
                            Path.of("../batch/target/classes"),
                            Path.of("../web/target/classes"),
                            Path.of("../sso/target/classes"));

    private Product() {}

    static JavaClasses classes() {
        return CLASSES;
    }
}
