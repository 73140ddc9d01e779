package io.artifactor.it;

/** Somebody who is signed in for a test. */
public record TestingUser(String username, String password, String token) {}
