package io.artifactor.realm;

import io.artifactor.identity.UserId;

/** That an administrator says whose account somebody is to use who is expected to come. */
public record ConfirmedLink(ExpectedIdentity expected, UserId user) {}
