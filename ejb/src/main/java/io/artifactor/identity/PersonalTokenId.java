package io.artifactor.identity;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of a personal token, which is not its secret. */
public record PersonalTokenId(UUID value) {

    public PersonalTokenId {
        Objects.requireNonNull(value, "value");
    }

    public static PersonalTokenId next() {
        return new PersonalTokenId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
