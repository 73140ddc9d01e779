package io.artifactor.conversation;

/** A conversation and how many artifacts it produced, as one statement reads them. */
public record ConversationView(Conversation conversation, long artifacts) {}
