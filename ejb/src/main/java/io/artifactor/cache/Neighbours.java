package io.artifactor.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * The other nodes, as far as they can be reached. Nothing here throws or takes longer than some
 * hundred milliseconds; nothing here is certain. Safe for all threads.
 */
interface Neighbours {

    /** Nobody. */
    Neighbours NONE =
            new Neighbours() {
                @Override
                public Optional<Told> ask(Address address) {
                    return Optional.empty();
                }

                @Override
                public void tell(Address address, String text, Duration left) {}

                @Override
                public void changed(String region, String group, Duration life) {}
            };

    /** What one of them found, unless its group was changed within its life. */
    Optional<Told> ask(Address address);

    /** Lets them know what was found, for as long as it may still be given. */
    void tell(Address address, String text, Duration left);

    /** Makes all they know of the group void; answers that were being looked up as well. */
    void changed(String region, String group, Duration life);

    /**
     * Where an answer is.
     *
     * @param schema the version of what is written there
     */
    record Address(String region, int schema, Sharing.Place place) {}

    /**
     * An answer of another node.
     *
     * @param left for how long it may still be given
     */
    record Told(String text, Duration left) {}
}
