package io.artifactor.identity;

import java.util.List;
import java.util.UUID;

/**
 * That a security key counts.
 *
 * @param recoveryCodes of whoever had no second factor before, else none
 */
public record AddedKey(UUID id, List<String> recoveryCodes) {

    public AddedKey {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    @Override
    public String toString() {
        return "AddedKey[" + id + "]";
    }
}
