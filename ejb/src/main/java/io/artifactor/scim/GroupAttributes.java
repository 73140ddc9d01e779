package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a client says of a group.
 *
 * @param displayName by what mappings know it
 * @param members ids of people the same client told of
 */
record GroupAttributes(String displayName, Optional<String> externalId, Set<UUID> members) {

    private static final int MOST_MEMBERS = 50_000;

    GroupAttributes {
        members = Set.copyOf(members);
    }

    static GroupAttributes of(JsonNode document) {
        JsonNode given = document.path(Attributes.nameIn(document, "members"));
        if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
            throw ScimErrors.invalidValue("members: must be a list.");
        }
        if (given.size() > MOST_MEMBERS) {
            throw ScimErrors.invalidValue("members: may be %,d.".formatted(MOST_MEMBERS));
        }
        Set<UUID> members = new TreeSet<>();
        for (JsonNode member : given) {
            members.add(member(member));
        }
        return new GroupAttributes(
                Given.required(document, "displayName", Given.LONGEST),
                Given.text(document, "externalId", Given.LONGEST),
                members);
    }

    private static UUID member(JsonNode member) {
        String type = Given.text(member, "type", Given.LONGEST).orElse("User");
        if (!type.equalsIgnoreCase("User")) {
            throw ScimErrors.invalidValue("members: only people are members, not groups.");
        }
        return Ids.find(Given.required(member, "value", Given.LONGEST))
                .orElseThrow(() -> ScimErrors.invalidValue("members: a value is nobody's id."));
    }
}
