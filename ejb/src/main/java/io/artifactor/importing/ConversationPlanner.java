package io.artifactor.importing;

import io.artifactor.artifact.ArtifactKind;
import io.artifactor.artifact.ArtifactLook;
import io.artifactor.artifact.IncomingArtifact;
import io.artifactor.artifact.IncomingVersion;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.artifact.KnownVersion;
import io.artifactor.artifact.Source;
import io.artifactor.artifact.VersionLook;
import io.artifactor.conversation.ConversationId;
import io.artifactor.conversation.IncomingConversation;
import io.artifactor.conversation.IncomingMessage;
import io.artifactor.conversation.KnownConversation;
import io.artifactor.importing.KnownThings.ConversationKey;
import io.artifactor.importing.format.ImportNote;
import io.artifactor.importing.format.ImportedArtifact;
import io.artifactor.importing.format.ImportedConversation;
import io.artifactor.importing.format.ImportedMessage;
import io.artifactor.importing.format.ImportedVersion;
import io.artifactor.storage.StoredBlob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans one conversation with its messages and artifacts. A conversation that is kept as it is gets
 * one line in the ledger and no more is looked at; a changed one gets a line of its own and one for
 * each artifact. Used by one thread.
 */
final class ConversationPlanner {

    private static final String UNTITLED = "Untitled";

    /** No fingerprint: the next import looks again for what there was no room for. */
    private static final String INCOMPLETE = RecordItems.OVER_QUOTA;

    private final ImportTarget target;
    private final KnownThings known;
    private final ContentSink contents;
    private final ChunkPlan plan;

    ConversationPlanner(
            ImportTarget target, KnownThings known, ContentSink contents, ChunkPlan plan) {
        this.target = target;
        this.known = known;
        this.contents = contents;
        this.plan = plan;
    }

    /** The key under which the artifact is kept. */
    static String sourceKey(ImportedConversation conversation, ImportedArtifact artifact) {
        return Storable.key(
                conversation.source() + ":" + conversation.sourceId() + ":" + artifact.key());
    }

    static boolean isUnchanged(
            ImportTarget target, ImportedConversation conversation, KnownConversation kept) {
        return kept.fingerprint().filter(fingerprint(target, conversation)::equals).isPresent();
    }

    /** Other choices make other artifacts of the same conversation. */
    private static String fingerprint(ImportTarget target, ImportedConversation conversation) {
        return "%s/%d/%d"
                .formatted(
                        conversation.fingerprint(),
                        target.options().codeBlockMinLines(),
                        target.options().codeBlockMinChars());
    }

    void add(ImportedConversation conversation) {
        plan.countConversation(conversation.messages().size());
        conversation.artifacts().forEach(it -> plan.countArtifact(it.versionCount()));
        Optional<KnownConversation> kept = known.conversation(conversation);
        if (kept.isEmpty()) {
            bringIn(conversation, ConversationId.next(), Outcome.ADDED);
        } else if (kept.get().deleted()) {
            plan.add(line(conversation, kept.get().id(), Outcome.SKIPPED, RecordItems.DELETED));
        } else if (isUnchanged(target, conversation, kept.get())) {
            plan.add(line(conversation, kept.get().id(), Outcome.UNCHANGED, null));
        } else {
            bringIn(conversation, kept.get().id(), Outcome.UPDATED);
        }
    }

    private void bringIn(ImportedConversation conversation, ConversationId id, Outcome outcome) {
        Map<String, UUID> messages = new HashMap<>(known.messages(id));
        List<IncomingMessage> incoming = messages(conversation, messages);
        ConversationKey key = ConversationKey.of(conversation);
        plan.add(line(conversation, id, outcome, null));
        boolean complete = true;
        for (ImportedArtifact artifact : conversation.artifacts()) {
            complete &= bringIn(conversation, id, artifact, messages);
        }
        missing(conversation, id).forEach(plan::add);
        plan.add(
                new IncomingConversation(
                        id,
                        outcome == Outcome.ADDED,
                        new IncomingConversation.Origin(
                                target.workspace(), key.source(), key.sourceId()),
                        new IncomingConversation.Look(
                                title(conversation),
                                Storable.textOrNull(conversation.model()),
                                complete ? fingerprint(target, conversation) : INCOMPLETE,
                                Storable.instantOrNull(conversation.createdAt()),
                                Storable.instantOrNull(conversation.updatedAt())),
                        messages.size(),
                        incoming));
    }

    /** The messages, each id once; new ids are put into the map. */
    private static List<IncomingMessage> messages(
            ImportedConversation conversation, Map<String, UUID> ids) {
        List<IncomingMessage> incoming = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ImportedMessage message : conversation.messages()) {
            String key = Storable.key(message.sourceId());
            if (seen.add(key)) {
                incoming.add(message(message, key, ids.computeIfAbsent(key, it -> newId())));
            }
        }
        return incoming;
    }

    /** Of the same time-ordered kind as all others. */
    private static UUID newId() {
        return ConversationId.next().value();
    }

    private static IncomingMessage message(ImportedMessage message, String key, UUID id) {
        return new IncomingMessage(
                id,
                key,
                new IncomingMessage.Place(
                        Storable.keyOrNull(message.parentSourceId()),
                        message.position(),
                        message.onActivePath()),
                message.sender().name().toLowerCase(Locale.ROOT),
                Storable.textOrNull(message.model()),
                Storable.text(message.text()),
                Storable.instantOrNull(message.sentAt()),
                message.hidden(),
                Storable.jsonOrNull(message.unknownJson()));
    }

    /** Says whether it is kept as far as it is in the file. */
    private boolean bringIn(
            ImportedConversation conversation,
            ConversationId id,
            ImportedArtifact artifact,
            Map<String, UUID> messages) {
        ArtifactPlanner.Item item =
                new ArtifactPlanner.Item(
                        new IncomingArtifact.Origin(
                                target.workspace(),
                                target.user(),
                                source(conversation),
                                sourceKey(conversation, artifact),
                                id.value()),
                        ItemKind.ARTIFACT,
                        Storable.key(artifact.key()),
                        notes(conversation, artifact.key()));
        Optional<KnownArtifact> kept = known.artifact(item.origin().sourceKey());
        VersionPlan versions =
                new VersionPlan(kept, look(artifact), Storable.key(artifact.currentVersionKey()));
        RoomedSink roomed =
                new RoomedSink(contents, plan.room(), item.owner(kept), target.workspace());
        if (!known.isDeleted(item.origin().sourceKey())) {
            artifact.replay(version -> versions.add(read(version, versions, messages, roomed)));
        }
        return new ArtifactPlanner(known, plan).add(item, versions, roomed.refusal());
    }

    private ReadVersion read(
            ImportedVersion version,
            VersionPlan versions,
            Map<String, UUID> messages,
            ContentSink sink) {
        String key = Storable.key(version.key());
        String message = version.messageSourceId();
        return new ReadVersion(
                key,
                Storable.keyOrNull(version.parentKey()),
                versions.known(key).map(KnownVersion::content).orElseGet(() -> keep(version, sink)),
                new VersionLook(
                        Storable.title(version.title(), UNTITLED),
                        Storable.textOrNull(version.language()),
                        Storable.text(version.mediaType())),
                new IncomingVersion.Making(
                        message == null ? null : messages.get(Storable.key(message)),
                        Storable.textOrNull(version.model()),
                        Storable.instantOrNull(version.at())),
                Storable.noteOrNull(version.problem()));
    }

    private static StoredBlob keep(ImportedVersion version, ContentSink sink) {
        return sink.keep(version.content().getBytes(StandardCharsets.UTF_8));
    }

    private static ArtifactLook look(ImportedArtifact artifact) {
        return new ArtifactLook(
                Storable.title(artifact.title(), UNTITLED),
                kind(artifact.kind()),
                Storable.textOrNull(artifact.language()),
                Storable.text(artifact.mediaType()),
                Storable.title(artifact.fileName(), "artifact"));
    }

    private static ArtifactKind kind(String name) {
        for (ArtifactKind kind : ArtifactKind.values()) {
            if (kind.id().equals(name)) {
                return kind;
            }
        }
        return ArtifactKind.OTHER;
    }

    private static Source source(ImportedConversation conversation) {
        for (Source source : Source.values()) {
            if (source.id().equals(conversation.source())) {
                return source;
            }
        }
        return Source.API;
    }

    private static String title(ImportedConversation conversation) {
        return Storable.title(conversation.title(), UNTITLED);
    }

    private static ImportItem line(
            ImportedConversation conversation,
            ConversationId id,
            Outcome outcome,
            @Nullable String reason) {
        boolean looked = outcome == Outcome.ADDED || outcome == Outcome.UPDATED;
        return new ImportItem(
                0,
                Storable.key(conversation.key()),
                ItemKind.CONVERSATION,
                title(conversation),
                outcome,
                reason,
                looked ? notes(conversation, null) : null,
                id.value(),
                null);
    }

    /** What was met about the artifact, or about none. */
    private static @Nullable String notes(
            ImportedConversation conversation, @Nullable String artifactKey) {
        String notes =
                conversation.notes().stream()
                        .filter(note -> Objects.equals(note.artifactKey(), artifactKey))
                        .map(note -> note.code() + ": " + note.detail())
                        .collect(Collectors.joining("\n"));
        return notes.isEmpty() ? null : Storable.note(notes);
    }

    /** What would have been an artifact, if the file had its content. */
    private static List<ImportItem> missing(ImportedConversation conversation, ConversationId id) {
        Set<String> there =
                conversation.artifacts().stream()
                        .map(ImportedArtifact::key)
                        .collect(Collectors.toCollection(HashSet::new));
        List<ImportItem> items = new ArrayList<>();
        for (ImportNote note : conversation.notes()) {
            String key = note.artifactKey();
            if (key != null && there.add(key)) {
                items.add(
                        new ImportItem(
                                0,
                                Storable.key(key),
                                ItemKind.ARTIFACT,
                                Storable.title(key, UNTITLED),
                                Outcome.SKIPPED,
                                Storable.key(note.code()),
                                Storable.note(note.detail()),
                                id.value(),
                                null));
            }
        }
        return items;
    }
}
