package io.artifactor.importing.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a vendor's reader understood it.
 *
 * @param parent the message before it, where the export says so
 * @param unknown blocks kept raw, as a JSON array
 */
record Turn(
        String id,
        @Nullable String parent,
        Sender sender,
        @Nullable String model,
        String text,
        @Nullable Instant at,
        boolean hidden,
        @Nullable String unknown,
        List<Operation> operations) {

    Turn {
        operations = List.copyOf(operations);
    }
}
