package io.artifactor.idempotency;

/** What became of the wish to take a key. */
public sealed interface Taking {

    /** It is new: the request goes on, and its answer must be kept or the key forgotten. */
    record Taken() implements Taking {}

    /** A request with it is at work, or was when the server fell over. */
    record AtWork() implements Taking {}

    /** A request with it was answered. */
    record Answered(KeptAnswer answer) implements Taking {}

    /** It named a request to somewhere else. */
    record Elsewhere(String request) implements Taking {}
}
