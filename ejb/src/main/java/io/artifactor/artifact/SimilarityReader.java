package io.artifactor.artifact;

import com.fasterxml.uuid.Generators;
import io.artifactor.artifact.SimilarityRows.Candidate;
import io.artifactor.artifact.SimilarityRows.Content;
import io.artifactor.artifact.SimilarityRows.Group;
import io.artifactor.artifact.SimilarityRows.Member;
import io.artifactor.outbox.OutboxReader;
import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.RefusedSubject;
import io.artifactor.problem.Problem;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Keeps texts that are nearly alike in groups. A text joins the group whose first text it is most
 * like, or founds one; so it is compared with groups, of which an index finds the few that come
 * into question, and never with all texts. One at a time in the cluster, as every reader.
 */
@ApplicationScoped
class SimilarityReader implements OutboxReader {

    private static final Logger LOG = Logger.getLogger(SimilarityReader.class.getName());
    private static final int MAX_SIZE = 1 << 20;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private BlobStore store;

    @Override
    public String name() {
        return "similarity";
    }

    @Override
    public Set<String> events() {
        return Set.of(ArtifactLibrary.CHANGED);
    }

    @Override
    public List<RefusedSubject> read(List<OutboxRow> rows) {
        Set<UUID> ids = rows.stream().map(OutboxRow::subject).collect(Collectors.toSet());
        try (Connection connection = dataSource.getConnection()) {
            update(new SimilarityRows(connection), ids);
        } catch (SQLException e) {
            throw new IllegalStateException("Similar texts cannot be kept", e);
        }
        return List.of();
    }

    private void update(SimilarityRows rows, Set<UUID> ids) throws SQLException {
        List<Content> contents = rows.contents(ids);
        Set<UUID> stale = new HashSet<>(ids);
        contents.stream().filter(it -> !it.isNew()).forEach(it -> stale.remove(it.artifact()));
        rows.remove(stale);
        List<Content> texts = new ArrayList<>();
        List<TextSignature> signatures = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        for (Content content : contents) {
            Optional<TextSignature> signature =
                    content.isNew() ? signature(content) : Optional.empty();
            if (signature.isPresent()) {
                texts.add(content);
                signatures.add(signature.get());
            } else if (content.isNew()) {
                members.add(new Member(content, null, 0));
            }
        }
        if (!texts.isEmpty()) {
            List<Candidate> candidates = rows.candidates(texts, signatures);
            rows.insertGroups(assign(texts, signatures, candidates, members));
        }
        rows.insertMembers(members);
    }

    /** Fills in the members, and gives the groups that are new. */
    private static List<Group> assign(
            List<Content> texts,
            List<TextSignature> signatures,
            List<Candidate> candidates,
            List<Member> members) {
        List<Group> founded = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            Content content = texts.get(text);
            TextSignature signature = signatures.get(text);
            int place = text;
            List<Group> near = new ArrayList<>(founded);
            candidates.stream()
                    .filter(candidate -> candidate.text() == place)
                    .forEach(candidate -> near.add(candidate.group()));
            Group best = null;
            double highest = TextSignature.NEAR;
            for (Group group : near) {
                double similarity = signature.similarity(group.signature());
                if (similarity >= highest && group.workspace().equals(content.workspace())) {
                    best = group;
                    highest = similarity;
                }
            }
            if (best == null) {
                UUID id = Generators.timeBasedEpochRandomGenerator().generate();
                best = new Group(id, content.workspace(), signature);
                highest = 1;
                founded.add(best);
            }
            members.add(new Member(content, best.id(), highest));
        }
        return founded;
    }

    private Optional<TextSignature> signature(Content content) {
        if (content.size() > MAX_SIZE) {
            return Optional.empty();
        }
        try (InputStream in = store.open(new Sha256(content.sha256()))) {
            return Comparison.decoded(in.readAllBytes()).flatMap(TextSignature::of);
        } catch (Problem e) {
            LOG.log(Level.WARNING, "Content is compared with no other: {0}", e.detail());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Content to be compared cannot be read", e);
        }
    }
}
