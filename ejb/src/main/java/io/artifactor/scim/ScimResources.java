package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.identity.Caller;
import java.util.UUID;
import java.util.function.Predicate;

/** The door to one kind of what the provider of a realm tells of by itself. */
public interface ScimResources {

    ScimPage search(Caller caller, ScimQuery query);

    /**
     * @param shown which attributes are wanted; what nobody wants need not be read
     */
    ScimDocument get(Caller caller, UUID id, Predicate<String> shown);

    ScimDocument create(Caller caller, JsonNode document);

    /**
     * @param expected whether the writer has seen what has this tag
     */
    ScimDocument replace(Caller caller, UUID id, Predicate<String> expected, JsonNode document);

    ScimDocument patch(Caller caller, UUID id, Predicate<String> expected, JsonNode document);

    void remove(Caller caller, UUID id, Predicate<String> expected);
}
