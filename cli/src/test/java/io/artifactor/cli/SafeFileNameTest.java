package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "app.py,app.py",
        "../../etc/passwd,passwd",
        "C:\\Windows\\x.dll,x.dll",
        ".bashrc,bashrc",
        "..,other",
        "-rf,rf",
        "a:b*c?.txt,a_b_c_.txt",
        "CON,_CON",
        "nul.txt,_nul.txt",
        "Übersicht – 2.md,Übersicht – 2.md",
        "/,other"
    })
    void onlyAHarmlessNameIsLeft(String name, String safe) {
        assertThat(SafeFileName.of(name, "other")).isEqualTo(safe);
    }

    @Test
    void aLongNameKeepsItsEndingAndFits() {
        String safe = SafeFileName.of("ü".repeat(500) + ".md", "other");

        assertThat(safe).endsWith("ü.md");
        assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
    }
}
