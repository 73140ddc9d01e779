package io.artifactor.scim;

import java.util.List;

/** Some of the resources that were found, and how many there are in all. */
public record ScimPage(long total, int startIndex, List<ScimDocument> documents) {

    public ScimPage {
        documents = List.copyOf(documents);
    }
}
