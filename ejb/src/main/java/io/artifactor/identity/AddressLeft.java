package io.artifactor.identity;

/** Somebody had this e-mail address until now. */
public record AddressLeft(UserId user, String address) {}
