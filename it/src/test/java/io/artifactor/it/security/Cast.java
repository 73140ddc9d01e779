package io.artifactor.it.security;

import io.artifactor.it.TestingUser;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The people of a test and the place they share.
 *
 * @param people who asks, but for {@link Caller#READ_TOKEN}, who is the owner
 * @param guestUser somebody to whom things are done
 * @param guest their id
 * @param workspace with a viewer, an editor, an admin and an owner, and the guest as a viewer
 * @param template the id of an artifact there with two versions and the branch {@code experiment}
 * @param search the id of a search the owner keeps
 * @param link a share link of the template, with {@link #LINK_PASSWORD}
 */
record Cast(
        Map<Caller, Person> people,
        TestingUser guestUser,
        String guest,
        String workspace,
        String template,
        String search,
        Link link) {

    static final String LINK_PASSWORD = "said on the telephone";

    /** The id of a share link, and what opens it. */
    record Link(String id, String secret) {}

    /**
     * @param id theirs
     * @param token what they send; none of somebody who is not signed in
     */
    record Person(TestingUser user, String id, Optional<String> token) {}

    Person person(Caller caller) {
        return Objects.requireNonNull(people.get(caller), caller.column());
    }

    String id(Caller caller) {
        return person(caller).id();
    }

    String guestName() {
        return guestUser.username();
    }

    String guestPassword() {
        return guestUser.password();
    }

    String owner() {
        return id(Caller.OWNER);
    }

    Optional<String> token(Caller caller) {
        return switch (caller) {
            case ANONYMOUS -> Optional.empty();
            case LINK -> Optional.of(link.secret());
            default -> person(caller).token();
        };
    }
}
