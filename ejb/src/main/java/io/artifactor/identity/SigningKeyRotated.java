package io.artifactor.identity;

import java.util.List;

/** Access tokens are signed with another key from now on; these are all that are of use. */
record SigningKeyRotated(List<KeyRing.Key> keys) {

    SigningKeyRotated {
        keys = List.copyOf(keys);
    }
}
