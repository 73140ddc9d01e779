package io.artifactor.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.FieldError;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String LIST = "artifacts -updatedAt kind=code";
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00.123456Z");
    private static final UUID ID = UUID.fromString("01939d2f-0000-7000-8000-000000000001");

    @Test
    void aCursorComesBackWithItsValues() {
        Cursor cursor = Cursor.decode(Cursor.at(AT, ID, "Ünï 📦", 42L, "").encode(LIST), LIST);

        assertThat(cursor.instant(0)).isEqualTo(AT);
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.text(2)).isEqualTo("Ünï 📦");
        assertThat(cursor.number(3)).isEqualTo(42);
        assertThat(cursor.text(4)).isEmpty();
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String text = Cursor.at(AT, ID).encode(LIST);

        assertRefused(() -> Cursor.decode(text, "artifacts -updatedAt kind=data"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "!!", "AAAAAAAAAAA", "../../etc/passwd", "ä", "AAAAAAAAAAAAAA"})
    void whatIsNoCursorIsRefused(String text) {
        assertRefused(() -> Cursor.decode(text, LIST));
    }

    @Test
    void aCursorChangedAnywhereIsRefused() {
        String text = Cursor.at(AT, ID).encode(LIST);
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertRefused(() -> Cursor.decode(changed, LIST));
        }
        assertRefused(() -> Cursor.decode(text.substring(0, text.length() - 4), LIST));
        assertRefused(() -> Cursor.decode("A".repeat(1_000_000), LIST));
    }

    @Test
    void aCursorWithOtherValuesThanExpectedIsRefused() {
        Cursor cursor = Cursor.at("some text");

        assertRefused(() -> cursor.instant(0));
        assertRefused(() -> cursor.uuid(0));
        assertRefused(() -> cursor.number(0));
        assertRefused(() -> cursor.text(1));
    }

    private static void assertRefused(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_INPUT);
                            assertThat(problem.errors())
                                    .extracting(FieldError::field)
                                    .containsExactly("cursor");
                        });
    }
}
