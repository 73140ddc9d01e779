package io.artifactor.importing.format;

/**
 * A change of one thing of the conversation, as a message orders it.
 *
 * @param key identity of the operation: its message and the place in it
 * @param artifactKey identity of the thing
 */
record Operation(String key, String artifactKey, Edit edit, Look look) {}
