package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryRuleTest {

    @ParameterizedTest
    @CsvSource({
        "readme*, readme.md, true",
        "readme*, readme, true",
        "readme*, my-readme, false",
        "*.test.js, a.test.js, true",
        "*.test.js, a.js, false",
        "?.py, a.py, true",
        "?.py, ab.py, false",
        "a*b*c, aXXbYYc, true",
        "a*b*c, aXXcYYb, false",
        "*, x, true",
        "a.b, axb, false",
        "abc, abcd, false",
        "abcd, abc, false",
    })
    void starsAndQuestionMarksStandForOthers(String pattern, String name, boolean fits) {
        assertThat(CategoryRule.isLike(name, pattern)).isEqualTo(fits);
    }

    @Test
    void noPatternTakesLong() {
        String pattern = "*a".repeat(49) + "b";
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(CategoryRule.isLike("a".repeat(255), pattern)).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "a.py, true",
        "A.PY, true",
        "a.tar.gz, true",
        "a.gz, false",
        ".py, false",
        "py, false",
        "apy, false",
    })
    void endingsCountBehindADot(String name, boolean fits) {
        CategoryRule rule = new CategoryRule(new UUID(0, 1), List.of("py", "tar.gz"), List.of());

        assertThat(rule.matches(name)).isEqualTo(fits);
    }
}
