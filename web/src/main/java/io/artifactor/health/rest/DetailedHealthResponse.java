package io.artifactor.health.rest;

import io.artifactor.health.Checked;
import io.artifactor.health.Finding;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of everything the product stands on. */
@Schema(name = "DetailedHealth")
public record DetailedHealthResponse(
        @Schema(
                        examples = "up",
                        description = "The worst of all",
                        enumeration = {"up", "degraded", "down"})
                String status,
        List<Part> dependencies) {

    /** One thing the product stands on. */
    @Schema(name = "DependencyHealth")
    public record Part(
            @Schema(examples = "database") String name,
            @Schema(
                            examples = "up",
                            enumeration = {"up", "degraded", "down"})
                    String state,
            @Schema(examples = "3", description = "How long it took to answer, in milliseconds")
                    long latencyMillis,
            @Schema(description = "Numbers and words that differ by dependency")
                    Map<String, Object> detail) {

        static Part of(Checked checked) {
            return new Part(
                    checked.name(),
                    checked.finding().state().id(),
                    checked.latency().toMillis(),
                    checked.finding().detail());
        }
    }

    static DetailedHealthResponse of(List<Checked> checked) {
        Finding.State worst = Finding.State.UP;
        for (Checked one : checked) {
            Finding.State state = one.finding().state();
            worst = state.compareTo(worst) > 0 ? state : worst;
        }
        return new DetailedHealthResponse(worst.id(), checked.stream().map(Part::of).toList());
    }
}
