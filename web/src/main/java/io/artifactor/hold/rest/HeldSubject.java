package io.artifactor.hold.rest;

import io.artifactor.hold.HoldSubject;
import io.artifactor.problem.Problem;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a hold is placed on. */
@Schema(
        name = "HeldSubject",
        requiredProperties = {"kind", "id"})
public record HeldSubject(
        @Schema(
                        enumeration = {"artifact", "folder", "workspace", "user"},
                        description =
                                "An artifact; all that lies in a folder and below; all there is in"
                                        + " a workspace; or all a user owns and all there is in"
                                        + " their personal workspace",
                        examples = "workspace")
                @Nullable String kind,
        @Nullable UUID id) {

    static HeldSubject of(HoldSubject subject) {
        return new HeldSubject(subject.kind().id(), subject.id());
    }

    HoldSubject checked() {
        if (id == null) {
            throw Problem.invalid("on.id", "is missing.");
        }
        HoldSubject.Kind known =
                HoldSubject.Kind.find(kind == null ? "" : kind)
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "on.kind", "must be artifact, folder, workspace or user."));
        return new HoldSubject(known, id);
    }
}
