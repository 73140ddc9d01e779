package io.artifactor.conversation;

import java.util.Optional;

/** A message and the id, here, of the one it answers; that one may be missing from the export. */
public record MessageView(Message message, Optional<MessageId> parent) {}
