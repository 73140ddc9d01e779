package io.artifactor.group.rest;

import io.artifactor.group.GroupMember;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody in a group. */
@Schema(name = "GroupMember")
public record GroupMemberResponse(UUID userId, String username, String displayName, Instant since) {

    static GroupMemberResponse of(GroupMember member) {
        return new GroupMemberResponse(
                member.user().value(), member.username(), member.displayName(), member.since());
    }
}
