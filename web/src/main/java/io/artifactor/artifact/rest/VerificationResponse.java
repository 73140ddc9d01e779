package io.artifactor.artifact.rest;

import io.artifactor.artifact.Integrity;
import io.artifactor.artifact.Verification.CheckedVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check of all versions of an artifact found. */
@Schema(name = "Verification")
public record VerificationResponse(
        List<CheckResponse> items,
        @Schema(description = "How many versions are ok, missing and corrupt")
                Map<String, Long> counts) {

    public VerificationResponse {
        items = List.copyOf(items);
        counts = Map.copyOf(counts);
    }

    static VerificationResponse of(List<CheckedVersion> versions) {
        Map<String, Long> counts = new TreeMap<>();
        for (Integrity outcome : Integrity.values()) {
            counts.put(
                    outcome.id(),
                    versions.stream().filter(it -> it.check().outcome() == outcome).count());
        }
        return new VerificationResponse(versions.stream().map(CheckResponse::of).toList(), counts);
    }
}
