package io.artifactor.conversation;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of a message; time-ordered, so neighbours in time are neighbours in the index. */
public record MessageId(UUID value) {

    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    public static MessageId next() {
        return new MessageId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
