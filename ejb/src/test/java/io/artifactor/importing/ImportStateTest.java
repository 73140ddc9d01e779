package io.artifactor.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportStateTest {

    @Test
    void anImportGoesThroughPreviewAndRunToItsEnd() {
        ImportState state = ImportState.UPLOADED;
        for (ImportMode mode : ImportMode.values()) {
            state = state.to(ImportState.QUEUED).to(mode.working()).to(mode.done());
        }
        assertThat(state).isEqualTo(ImportState.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({
        "UPLOADED, RUNNING",
        "UPLOADED, STOPPED",
        "QUEUED, COMPLETED",
        "QUEUED, QUEUED",
        "RUNNING, QUEUED",
        "RUNNING, PREVIEWED",
        "PREVIEWING, COMPLETED",
        "COMPLETED, STOPPED",
        "STOPPED, RUNNING",
        "FAILED, COMPLETED"
    })
    void otherStepsAreConflicts(ImportState from, ImportState to) {
        assertThatThrownBy(() -> from.to(to))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining(from.id())
                .hasMessageContaining(to.id());
    }

    @ParameterizedTest
    @EnumSource(ImportState.class)
    void whatIsUnfinishedCanBeStoppedAndNothingElse(ImportState state) {
        if (state.isUnfinished()) {
            assertThat(state.to(ImportState.STOPPED)).isEqualTo(ImportState.STOPPED);
        } else {
            assertThatThrownBy(() -> state.to(ImportState.STOPPED)).isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @EnumSource(ImportState.class)
    void namesInTheTableReadBack(ImportState state) {
        assertThat(ImportState.ofId(state.id())).isEqualTo(state);
    }
}
