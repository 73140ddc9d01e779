package io.artifactor.artifact;

import io.artifactor.artifact.ShareLink.Term;
import io.artifactor.identity.Caller;
import io.artifactor.identity.LinkKey;
import io.artifactor.identity.LinkKeys;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door to share links for those who may change the artifact they open; to everybody else they
 * do not exist. Guests come through {@link SharedArtifacts}.
 *
 * <p>A password is hashed before the transaction begins, and only for somebody who may share.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShareLinks {

    @Inject private ShareLinkRows rows;
    @Inject private LinkKeys keys;
    @Inject private ShareLinkSettings settings;

    /** The links to an artifact, whoever made them, the newest first. */
    public List<ShareLink> list(Caller caller, ArtifactId artifact) {
        return rows.all(caller, artifact);
    }

    public ShareLink get(Caller caller, ShareLinkId id) {
        return rows.get(caller, id);
    }

    /** Makes a link; the secret in the answer is not to be had again. */
    public IssuedShareLink create(Caller caller, ArtifactId artifact, ShareLinkDraft draft) {
        rows.requireSharable(caller, artifact);
        Instant now = ArtifactLibrary.now();
        Term term = new Term(now, settings.end(draft.expiresAt(), now));
        String hash =
                draft.password() == null ? null : keys.passwordHash("password", draft.password());
        LinkKey key = keys.next();
        ShareLink link = new ShareLink(artifact, caller.user(), draft, key, term);
        return new IssuedShareLink(
                rows.add(caller, link, hash), key.text(), settings.url(key.text()));
    }

    /** Changes a link; a new password ends what guests had opened with the one before. */
    public ShareLink change(
            Caller caller, ShareLinkId id, ExpectedRevision expected, ShareLinkChange change) {
        rows.get(caller, id);
        if (change.expiresAt() != null) {
            settings.end(change.expiresAt(), ArtifactLibrary.now());
        }
        return rows.change(caller, id, expected, change, newHash(change.password()));
    }

    private @Nullable String newHash(@Nullable String password) {
        return password == null || password.isEmpty()
                ? null
                : keys.passwordHash("password", password);
    }

    /** Ends a link for good: the next request with it finds nothing. */
    public void revoke(Caller caller, ShareLinkId id, ExpectedRevision expected) {
        rows.remove(caller, id, expected);
    }
}
