package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorPolicyTest {

    private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMIN, Role.USER);
    private static final Set<Role> OTHERS = Set.of(Role.AUDITOR, Role.USER);

    @ParameterizedTest
    @CsvSource({"optional,false,false", "administrators,true,false", "everyone,true,true"})
    void eachAsksWhomItNames(String name, boolean administrators, boolean others) {
        FactorPolicy policy = FactorSettings.policy(name);

        assertThat(policy.asks(ADMINISTRATOR)).isEqualTo(administrators);
        assertThat(policy.asks(OTHERS)).isEqualTo(others);
    }

    @Test
    void spacesAroundItDoNotMatter() {
        assertThat(FactorSettings.policy(" everyone ")).isEqualTo(FactorPolicy.EVERYONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "EVERYONE", "admins"})
    void anythingElseStopsTheStart(String name) {
        assertThatThrownBy(() -> FactorSettings.policy(name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ARTIFACTOR_SECOND_FACTOR must be optional");
    }
}
