package io.artifactor.activity;

import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.conversation.Conversations;
import io.artifactor.importing.ImportClaims;
import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to what; each stands for one event in the outbox. */
enum Verb {
    ARTIFACT_ADDED(ArtifactLibrary.ADDED),
    ARTIFACT_DESCRIBED(ArtifactLibrary.DESCRIBED),
    VERSION_ADDED(ArtifactLibrary.VERSION_ADDED),
    ARTIFACT_DELETED(ArtifactLibrary.DELETED),
    ARTIFACT_RESTORED(ArtifactLibrary.RESTORED),
    IMPORT_COMPLETED(ImportClaims.COMPLETED),
    CONVERSATION_DELETED(Conversations.DELETED);

    private final String event;

    Verb(String event) {
        this.event = event;
    }

    /** The name of the event, by which tables and documents know it. */
    String event() {
        return event;
    }

    /** {@code artifact}, {@code conversation} or {@code import}. */
    String subjectType() {
        return event.substring(0, event.indexOf('.'));
    }

    static Optional<Verb> of(String event) {
        return Arrays.stream(values()).filter(verb -> verb.event.equals(event)).findAny();
    }

    static Set<String> events() {
        return Arrays.stream(values()).map(Verb::event).collect(Collectors.toUnmodifiableSet());
    }

    /** The one of that name, as a filter asks for it. */
    static Verb asked(String event) {
        return of(event)
                .orElseThrow(() ->
                        Problem.invalid(
                                "type",
                                "must be one of "
                                        + Arrays.stream(values())
                                                .map(Verb::event)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }
}
