package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.identity.Caller;
import io.artifactor.scim.ScimDocument;
import io.artifactor.scim.ScimGroups;
import io.artifactor.scim.ScimPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/** Groups of people. */
@ApplicationScoped
class GroupResources implements Resources {

    @Inject private ScimGroups groups;

    @Override
    public String type() {
        return "Group";
    }

    @Override
    public ScimPage search(Caller caller, ScimRequest request) {
        return groups.search(caller, request.query());
    }

    @Override
    public ScimDocument get(Caller caller, ScimRequest request) {
        return groups.get(caller, request.id(), request.projection().shows("members"));
    }

    @Override
    public ScimDocument create(Caller caller, JsonNode document) {
        return groups.create(caller, document);
    }

    @Override
    public ScimDocument replace(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        return groups.replace(caller, id, expected, document);
    }

    @Override
    public ScimDocument patch(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        return groups.patch(caller, id, expected, document);
    }

    @Override
    public void remove(Caller caller, UUID id, Predicate<String> expected) {
        groups.remove(caller, id, expected);
    }
}
