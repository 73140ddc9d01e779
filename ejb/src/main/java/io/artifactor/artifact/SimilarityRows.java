package io.artifactor.artifact;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes groups of similar texts by the hundred over one connection. */
final class SimilarityRows {

    private final Connection connection;

    SimilarityRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * An artifact's content as it is.
     *
     * @param isNew whether it is another content than the one in the groups
     */
    record Content(UUID artifact, UUID workspace, String sha256, long size, boolean isNew) {}

    /** A group, and for which of the texts it is a candidate. */
    record Candidate(int text, Group group) {}

    /** Texts like the one whose signature it keeps. */
    record Group(UUID id, UUID workspace, TextSignature signature) {}

    /** A text and its group, if there was one to find. */
    record Member(Content content, @Nullable UUID group, double similarity) {}

    List<Content> contents(Collection<UUID> ids) throws SQLException {
        String sql =
                """
                select a.id, a.workspace_id, a.sha256, a.size,
                    (t.sha256, t.workspace_id) is distinct from (a.sha256, a.workspace_id)
                from artifact a left join near_text t on t.artifact_id = a.id
                where a.id = any(?) and a.deleted_at is null and a.sha256 is not null
                """;
        List<Content> contents = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array("uuid", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    contents.add(
                            new Content(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getLong(4),
                                    row.getBoolean(5)));
                }
            }
        }
        return contents;
    }

    /** Takes the artifacts out of their groups; a group nobody is left in goes too. */
    void remove(Collection<UUID> artifacts) throws SQLException {
        String sql =
                """
                with gone as (
                    delete from near_text where artifact_id = any(?) returning artifact_id, group_id)
                delete from near_group g where g.id in (select group_id from gone) and not exists (
                    select from near_text t where t.group_id = g.id
                        and t.artifact_id not in (select artifact_id from gone))
                """;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, array("uuid", artifacts));
            delete.executeUpdate();
        }
    }

    /** At most 25 per band; more groups share one only by somebody's design. */
    List<Candidate> candidates(List<Content> contents, List<TextSignature> signatures)
            throws SQLException {
        String sql =
                """
                select distinct k.text, g.id, g.workspace_id, g.signature
                from unnest(?, ?, ?, ?) as k (text, workspace, band, hash)
                cross join lateral (
                    select b.group_id from near_group_band b
                    where b.workspace_id = k.workspace and b.band = k.band and b.hash = k.hash
                    limit 25) b
                join near_group g on g.id = b.group_id
                """;
        List<Integer> texts = new ArrayList<>();
        List<UUID> workspaces = new ArrayList<>();
        List<Integer> bands = new ArrayList<>();
        List<Long> hashes = new ArrayList<>();
        for (int text = 0; text < contents.size(); text++) {
            long[] ofText = signatures.get(text).bands();
            for (int band = 0; band < ofText.length; band++) {
                texts.add(text);
                workspaces.add(contents.get(text).workspace());
                bands.add(band);
                hashes.add(ofText[band]);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array("integer", texts));
            select.setArray(2, array("uuid", workspaces));
            select.setArray(3, array("smallint", bands));
            select.setArray(4, array("bigint", hashes));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    candidates.add(new Candidate(row.getInt(1), group(row)));
                }
            }
        }
        return candidates;
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                TextSignature.kept(row.getBytes(4)));
    }

    void insertGroups(List<Group> groups) throws SQLException {
        String band =
                """
                insert into near_group_band (workspace_id, band, hash, group_id)
                values (?, ?, ?, ?)
                """;
        try (PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into near_group (id, workspace_id, signature)"
                                        + " values (?, ?, ?)");
                PreparedStatement insertBand = connection.prepareStatement(band)) {
            for (Group group : groups) {
                insert.setObject(1, group.id());
                insert.setObject(2, group.workspace());
                insert.setBytes(3, group.signature().bytes());
                insert.addBatch();
                addBands(insertBand, group);
            }
            insert.executeBatch();
            insertBand.executeBatch();
        }
    }

    private static void addBands(PreparedStatement insert, Group group) throws SQLException {
        long[] bands = group.signature().bands();
        for (int band = 0; band < bands.length; band++) {
            insert.setObject(1, group.workspace());
            insert.setInt(2, band);
            insert.setLong(3, bands[band]);
            insert.setObject(4, group.id());
            insert.addBatch();
        }
    }

    void insertMembers(List<Member> members) throws SQLException {
        String sql =
                """
                insert into near_text (artifact_id, workspace_id, group_id, sha256, similarity)
                values (?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Member member : members) {
                insert.setObject(1, member.content().artifact());
                insert.setObject(2, member.content().workspace());
                insert.setObject(3, member.group(), java.sql.Types.OTHER);
                insert.setString(4, member.content().sha256());
                insert.setFloat(5, (float) member.similarity());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
