package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists as SCIM writes them (RFC 7644, section 3.4.2). */
final class Lists {

    private Lists() {}

    static ObjectNode of(long total, int startIndex, ArrayNode resources) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        list.put("totalResults", total);
        list.put("startIndex", startIndex);
        list.put("itemsPerPage", resources.size());
        list.set("Resources", resources);
        return list;
    }
}
