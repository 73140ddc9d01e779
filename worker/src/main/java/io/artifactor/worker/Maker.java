package io.artifactor.worker;

import java.io.IOException;

/** Makes results of one kind. */
@FunctionalInterface
interface Maker {

    /**
     * @throws Refused when there can be no result
     * @throws IOException when the document is damaged
     */
    Answer make(Job job) throws IOException;
}
