package io.artifactor.artifact.rest;

import io.artifactor.artifact.ShareLink;
import io.artifactor.artifact.ShareLinkState;
import io.artifactor.web.IfMatch;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;

/**
 * The {@code ETag} of a share link: its revision, and behind it a number for what changes without
 * anybody changing the link: twice its downloads, and one more when it has expired.
 */
final class ShareLinkTag {

    private ShareLinkTag() {}

    static EntityTag of(ShareLink link) {
        boolean isExpired = link.state(Instant.now()) == ShareLinkState.EXPIRED;
        long count = 2 * link.downloads() + (isExpired ? 1 : 0);
        return new EntityTag(link.revision() + IfMatch.COUNT_MARK + count);
    }
}
