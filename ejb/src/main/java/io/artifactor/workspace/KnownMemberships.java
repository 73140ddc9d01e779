package io.artifactor.workspace;

import io.artifactor.cache.Caches;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import io.artifactor.cache.Sharing;
import io.artifactor.identity.UserId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What users are known to be members of. Whoever writes a membership says so to {@link #changed},
 * in the transaction that writes it.
 */
@ApplicationScoped
class KnownMemberships {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    /** A user's own workspace stays the same for as long as there is the user. */
    private static final Duration UNCHANGING = Duration.ofMinutes(10);

    private static final int MOST = 10_000;
    private static final int SCHEMA = 1;

    @Inject private Caches caches;
    @Inject private Event<MembershipChanged> changes;

    private Memory<UserId, Set<WorkspaceId>> readable;
    private Memory<UserId, WorkspaceId> personal;

    @PostConstruct
    void begin() {
        Region<UserId, Set<WorkspaceId>> readableBy =
                Region.own("memberships", REMEMBERED, MOST, (user, known) -> user.toString());
        readable =
                caches.memory(
                        readableBy.shared(
                                new Sharing<>(
                                        SCHEMA,
                                        user -> new Sharing.Place(user.toString(), ""),
                                        KnownMemberships::write,
                                        KnownMemberships::read)));
        personal =
                caches.memory(
                        Region.own(
                                "personal-workspaces",
                                UNCHANGING,
                                MOST,
                                (user, known) -> user.toString()));
    }

    Set<WorkspaceId> readableBy(UserId user, Function<UserId, Set<WorkspaceId>> find) {
        return readable.require(user, find);
    }

    Optional<WorkspaceId> personalOf(UserId user, Function<UserId, Optional<WorkspaceId>> find) {
        return personal.get(user, find);
    }

    /** The user is, or is not, a member of something any more, or is so in another role. */
    void changed(UserId user) {
        caches.changed(readable, user.toString());
        caches.changed(personal, user.toString());
        changes.fire(new MembershipChanged(user));
    }

    private static String write(Set<WorkspaceId> workspaces) {
        return workspaces.stream().map(WorkspaceId::toString).collect(Collectors.joining(","));
    }

    private static Set<WorkspaceId> read(UserId user, String text) {
        if (text.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(UUID::fromString)
                .map(WorkspaceId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
