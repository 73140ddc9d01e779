package io.artifactor.scim.rest;

import io.artifactor.scim.ScimResources;

/**
 * A kind of resource.
 *
 * @param type its name in a document's {@code meta}
 */
record Resources(String type, ScimResources door) {

    /** The schema its documents name. */
    String schema() {
        return "urn:ietf:params:scim:schemas:core:2.0:" + type;
    }
}
