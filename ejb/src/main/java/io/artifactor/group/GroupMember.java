package io.artifactor.group;

import io.artifactor.identity.UserId;
import java.time.Instant;

/** Somebody in a group. */
public record GroupMember(UserId user, String username, String displayName, Instant since) {}
