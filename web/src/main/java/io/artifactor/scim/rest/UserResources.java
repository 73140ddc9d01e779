package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.identity.Caller;
import io.artifactor.scim.ScimDocument;
import io.artifactor.scim.ScimPage;
import io.artifactor.scim.ScimUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/** People. */
@ApplicationScoped
class UserResources implements Resources {

    @Inject private ScimUsers users;

    @Override
    public String type() {
        return "User";
    }

    @Override
    public ScimPage search(Caller caller, ScimRequest request) {
        return users.search(caller, request.query());
    }

    @Override
    public ScimDocument get(Caller caller, ScimRequest request) {
        return users.get(caller, request.id());
    }

    @Override
    public ScimDocument create(Caller caller, JsonNode document) {
        return users.create(caller, document);
    }

    @Override
    public ScimDocument replace(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        return users.replace(caller, id, expected, document);
    }

    @Override
    public ScimDocument patch(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        return users.patch(caller, id, expected, document);
    }

    @Override
    public void remove(Caller caller, UUID id, Predicate<String> expected) {
        users.remove(caller, id, expected);
    }
}
