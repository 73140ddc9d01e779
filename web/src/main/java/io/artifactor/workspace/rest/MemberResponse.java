package io.artifactor.workspace.rest;

import io.artifactor.workspace.Member;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of a workspace. */
@Schema(name = "Member")
public record MemberResponse(
        UUID userId,
        String username,
        String displayName,
        @Schema(examples = "editor", description = "owner, admin, editor or viewer") String role,
        @Schema(description = "Since when they are a member") Instant since) {

    static MemberResponse of(Member member) {
        return new MemberResponse(
                member.user().value(),
                member.username(),
                member.displayName(),
                member.role().id(),
                member.since());
    }
}
