package io.artifactor.realm.rest;

import io.artifactor.realm.GroupMapping;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a group of a realm stands for here. */
@Schema(name = "GroupMapping")
public record GroupMappingResponse(
        UUID id,
        @Schema(
                        examples = "oidc",
                        enumeration = {"ldap", "oidc", "saml"})
                String realm,
        @Schema(description = "As the realm spells it", examples = "library-admins") String group,
        @Schema(
                        examples = "admin",
                        enumeration = {"admin", "auditor", "user"})
                String role,
        Instant createdAt) {

    static GroupMappingResponse of(GroupMapping mapping) {
        return new GroupMappingResponse(
                mapping.id(),
                mapping.realm().id(),
                mapping.group(),
                mapping.role().id(),
                mapping.createdAt());
    }
}
