package io.artifactor.group;

/**
 * A group.
 *
 * @param members how many there are
 */
public record GroupView(UserGroup group, long members) {}
