package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchAccessTest {
    private static final Path ROLE =
            Path.of("src/main/resources/io/artifactor/launcher/elasticsearch-role.json");
    private static final String PASSWORD = "of somebody";

    @TempDir Path config;

    /** Whoever brings an Elasticsearch of their own is told the very role the embedded one has. */
    @Test
    void theRoleIsTheOneThatIsDocumented() throws IOException {
        String documented = Files.readString(Path.of("../docs/configuration.md"));

        assertThat(withoutSpace(documented)).contains(withoutSpace(Files.readString(ROLE)));
    }

    @Test
    void theRoleIsOneLineUnderItsName() throws IOException {
        ElasticsearchAccess.write(config, PASSWORD);

        String written = Files.readString(config.resolve("roles.yml"));
        assertThat(written.lines()).hasSize(1);
        assertThat(withoutSpace(written))
                .isEqualTo("artifactor:" + withoutSpace(Files.readString(ROLE)));
    }

    @Test
    void thereIsOneUserWithThatRoleAndItsPasswordIsNotWritten() throws IOException {
        Files.writeString(config.resolve("users"), "somebody:else\nand:another\n");

        ElasticsearchAccess.write(config, PASSWORD);

        assertThat(Files.readString(config.resolve("users_roles")))
                .isEqualTo("artifactor:artifactor\n");
        assertThat(Files.readString(config.resolve("users")))
                .matches("artifactor:\\{PBKDF2}10000\\$[A-Za-z0-9+/]{43}=\\$[A-Za-z0-9+/]{43}=\n");
    }

    @Test
    void noTwoHashesAreAlike() throws IOException {
        ElasticsearchAccess.write(config, PASSWORD);
        String first = Files.readString(config.resolve("users"));

        ElasticsearchAccess.write(config, PASSWORD);

        assertThat(Files.readString(config.resolve("users"))).isNotEqualTo(first);
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
