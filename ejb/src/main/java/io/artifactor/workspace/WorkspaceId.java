package io.artifactor.workspace;

import com.fasterxml.uuid.Generators;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/** The id of a workspace; time-ordered, so neighbours in time are neighbours in the index. */
public record WorkspaceId(UUID value) {

    public WorkspaceId {
        Objects.requireNonNull(value, "value");
    }

    public static WorkspaceId next() {
        return new WorkspaceId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /** The ids as the database takes them, for {@code array_has} and {@code any}. */
    public static UUID[] array(Collection<WorkspaceId> ids) {
        return ids.stream().map(WorkspaceId::value).toArray(UUID[]::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
