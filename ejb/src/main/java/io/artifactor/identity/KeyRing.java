package io.artifactor.identity;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of access tokens: one signs, those before it are accepted until their tokens are over.
 * Safe for all threads.
 */
final class KeyRing {

    /**
     * A key and when it is used.
     *
     * @param signsFrom from when on it signs, unless a later one does
     * @param acceptedUntil until when what it signed counts; null if that is open
     */
    record Key(ECKey key, Instant signsFrom, @Nullable Instant acceptedUntil) {

        String id() {
            return key.getKeyID();
        }

        boolean isAcceptedAt(Instant now) {
            return acceptedUntil == null || now.isBefore(acceptedUntil);
        }

        @Override
        public String toString() {
            return "Key[" + id() + "]";
        }
    }

    private final ECKey root;
    private volatile List<Key> keys;

    /** With the key of the file alone. */
    KeyRing(ECKey root) {
        this.root = root;
        this.keys = List.of(new Key(root, Instant.EPOCH, null));
    }

    /** The key in the file, which seals all others. */
    ECKey root() {
        return root;
    }

    void replace(List<Key> known) {
        keys = List.copyOf(known);
    }

    /** The key that signs now. */
    Key signing(Instant now) {
        return signing(keys, now);
    }

    static Key signing(List<Key> known, Instant now) {
        return known.stream()
                .filter(key -> key.isAcceptedAt(now) && !now.isBefore(key.signsFrom()))
                .max(Comparator.comparing(Key::signsFrom))
                // Clocks of servers differ: none may sign yet by this one's, and one must.
                .or(() -> known.stream().max(Comparator.comparing(Key::signsFrom)))
                .orElseThrow();
    }

    /** The key of that name, if what it signed counts. */
    Optional<ECKey> accepted(@Nullable String id, Instant now) {
        return keys.stream()
                .filter(key -> Objects.equals(key.id(), id) && key.isAcceptedAt(now))
                .map(Key::key)
                .findFirst();
    }
}
