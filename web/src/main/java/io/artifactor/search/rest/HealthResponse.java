package io.artifactor.search.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of the product and of what it stands on. */
@Schema(name = "Health")
public record HealthResponse(
        @Schema(description = "up or down") String status,
        @Schema(description = "up or down") String database,
        @Schema(description = "up, or degraded while Elasticsearch is away") String search) {}
