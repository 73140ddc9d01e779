package io.artifactor.importing.format;

/** Who wrote a message. */
public enum Sender {
    HUMAN,
    ASSISTANT,
    SYSTEM,
    TOOL
}
