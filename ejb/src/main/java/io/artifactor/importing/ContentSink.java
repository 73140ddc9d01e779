package io.artifactor.importing;

import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;

/** Where contents go while they are read. */
@FunctionalInterface
interface ContentSink {

    /** Keeps nothing and only says what it would be, for a preview. */
    ContentSink NOWHERE = bytes -> new StoredBlob(Sha256.ofContent(bytes), bytes.length);

    StoredBlob keep(byte[] content);
}
