package io.artifactor.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedAuthorityTest {

    @TempDir private Path folder;

    @Test
    void withoutAFileItIsWhatTheRuntimeTrusts() {
        assertThat(TrustedAuthority.context("SOME_CA", Optional.empty()).getProtocol())
                .isEqualTo("TLS");
    }

    @Test
    void aFileThatCannotBeUsedIsNamedWithItsSetting() throws IOException {
        Path absent = folder.resolve("absent.pem");
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "no certificate");
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        for (Path file : new Path[] {absent, nonsense, empty}) {
            assertThatThrownBy(() -> TrustedAuthority.context("SOME_CA", Optional.of(file)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("SOME_CA: cannot use " + file);
        }
    }
}
