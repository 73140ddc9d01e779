package io.artifactor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "57P01, true",
        "53100, true",
        "53300, true",
        "57014, false",
        "23505, false",
        "40001, false",
        "22P02, false",
        ", false"
    })
    void theStateSaysWhetherItPasses(String state, boolean passes) {
        assertThat(DatabaseFailures.pass(new SQLException("failed", state))).isEqualTo(passes);
    }

    @Test
    void whatIsWithoutAStateIsToldByItsKind() {
        assertThat(DatabaseFailures.pass(new SQLTransientConnectionException("all taken")))
                .isTrue();
        assertThat(DatabaseFailures.pass(new SQLRecoverableException("lost"))).isTrue();
        assertThat(DatabaseFailures.pass(new SQLNonTransientConnectionException("refused")))
                .isTrue();
    }

    @Test
    void aClassIsTheBeginningOfAState() {
        List<String> classes = List.of("23", "40");

        assertThat(DatabaseFailures.isOf(new SQLException("twice", "23505"), classes)).isTrue();
        assertThat(DatabaseFailures.isOf(new SQLException("away", "08006"), classes)).isFalse();
        assertThat(DatabaseFailures.isOf(new SQLException("of nothing"), classes)).isFalse();
    }
}
