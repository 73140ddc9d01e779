package io.artifactor.quota.rest;

import io.artifactor.quota.QuotaView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody has and may have. */
@Schema(name = "Quota")
public record QuotaResponse(
        @Schema(
                        examples = "734003200",
                        description = "Bytes of all versions of all artifacts, in the trash too")
                long used,
        @Schema(
                        examples = "1073741824",
                        nullable = true,
                        description = "Bytes there may be; null where nothing limits them")
                @Nullable Long limit,
        @Schema(
                        examples = "true",
                        description = "Whether the limit was set here; else it is the server's")
                boolean own) {

    static QuotaResponse of(QuotaView view) {
        return new QuotaResponse(
                Math.max(0, view.used()),
                view.limit().isPresent() ? (Long) view.limit().getAsLong() : null,
                view.own());
    }
}
