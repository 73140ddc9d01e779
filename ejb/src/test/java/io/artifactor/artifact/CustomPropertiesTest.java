package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomPropertiesTest {

    @Test
    void whatIsKeptComesBackAsItWas() {
        CustomProperties sent =
                CustomProperties.checked(Map.of("b", "x", "a", 1, "c", true, "d", 0.5));

        assertThat(CustomProperties.kept(sent.json())).isEqualTo(sent);
        assertThat(sent.values().keySet()).containsExactly("a", "b", "c", "d");
        assertThat(CustomProperties.kept("{}")).isEqualTo(CustomProperties.NONE);
    }

    @Test
    void whatIsNoPlainValueIsRefused() {
        for (Object value :
                new Object[] {List.of(), Map.of(), Double.NaN, Double.POSITIVE_INFINITY, "\0"}) {
            assertThatThrownBy(() -> CustomProperties.checked(Map.of("a", value)))
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("properties.a:");
        }
    }

    @Test
    void aValueIsLookedForAsWhateverItMayBe() {
        assertThat(CustomProperties.having("v", "x")).containsExactly("{\"v\":\"x\"}");
        assertThat(CustomProperties.having("v", "5")).containsExactly("{\"v\":\"5\"}", "{\"v\":5}");
        assertThat(CustomProperties.having("v", "true"))
                .containsExactly("{\"v\":\"true\"}", "{\"v\":true}");
        assertThat(CustomProperties.having("v", "1e999")).hasSize(1);
        assertThat(CustomProperties.having("v", "\"}")).containsExactly("{\"v\":\"\\\"}\"}");
    }
}
