package io.artifactor.conversation;

import java.util.Optional;

/**
 * An imported conversation that is kept already.
 *
 * @param fingerprint of what was imported last; the same again means that nothing changed
 */
public record KnownConversation(ConversationId id, Optional<String> fingerprint, boolean deleted) {}
