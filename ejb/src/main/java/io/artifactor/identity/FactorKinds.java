package io.artifactor.identity;

import java.util.List;
import java.util.stream.Stream;

/** Which kinds of second factor somebody has. */
record FactorKinds(boolean codes, boolean keys) {

    static final FactorKinds NONE = new FactorKinds(false, false);

    boolean any() {
        return codes || keys;
    }

    /** As clients are told. */
    List<String> names() {
        return Stream.of(codes ? "codes" : "", keys ? "keys" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
