package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.identity.Caller;
import io.artifactor.scim.ScimDocument;
import io.artifactor.scim.ScimPage;
import java.util.UUID;
import java.util.function.Predicate;

/** A kind of resource. */
interface Resources {

    /** Its name in a document's {@code meta}. */
    String type();

    /** The schema its documents name. */
    default String schema() {
        return "urn:ietf:params:scim:schemas:core:2.0:" + type();
    }

    ScimPage search(Caller caller, ScimRequest request);

    ScimDocument get(Caller caller, ScimRequest request);

    ScimDocument create(Caller caller, JsonNode document);

    ScimDocument replace(Caller caller, UUID id, Predicate<String> expected, JsonNode document);

    ScimDocument patch(Caller caller, UUID id, Predicate<String> expected, JsonNode document);

    void remove(Caller caller, UUID id, Predicate<String> expected);
}
