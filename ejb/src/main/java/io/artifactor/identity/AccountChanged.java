package io.artifactor.identity;

/** What a user may do, or how they sign in, is no longer what it was. */
public record AccountChanged(UserId user, String username, boolean passwordChanged) {}
