package io.artifactor.bench;

/**
 * The one place that says what SQL an endpoint executes, in the order in which it does. To be kept
 * as the product is: {@code log_statement = all} in PostgreSQL shows what that is.
 */
final class Statements {
    static final String MEMBERSHIP =
            "select user_id, workspace_id, role, since from membership"
                    + " where user_id = ? and workspace_id = ?";

    static final String ADD_ARTIFACT =
            """
            insert into artifact (branch, created_at, deleted_at, description, file_name, head_id, kind,
              language, media_type, owner_id, revision, sha256, size, source, title, updated_at,
              version_count, visibility, workspace_id, id)
            values (?, now(), null, ?, ?, null, ?, ?, ?, ?, 0, null, 0, 'api', ?, now(), 0, 'shared', ?,
              ?)
            """;

    static final String ADD_BLOB =
            "insert into blob (sha256, size) values (?, ?)"
                    + " on conflict (sha256) do update set claimed_at = now()";

    static final String ADD_VERSION =
            """
            insert into artifact_version (artifact_id, author_id, branch, created_at, language,
              media_type, message_id, model, number, origin_at, parent_id, problem, sha256, size,
              title, id)
            values (?, ?, ?, now(), ?, ?, null, null, 1, null, null, null, ?, ?, ?, ?)
            """;

    static final String ADVANCE =
            """
            update artifact set branch = 'main', deleted_at = null, description = ?, file_name = ?,
              head_id = ?, kind = ?, language = ?, media_type = ?, revision = 1, sha256 = ?,
              size = ?, title = ?, updated_at = now(), version_count = 1, visibility = 'shared',
              workspace_id = ?
            where id = ? and revision = 0
            """;

    static final String OUTBOX =
            """
            insert into outbox (reader, event, actor, subject)
            select reader, ?, ?, subject
            from unnest(?) as r (reader), unnest(?) with ordinality as s (subject, place)
            order by reader, place
            """;

    /** The bytes of user and workspace; last, since others who add for them wait for it. */
    static final String BOOK =
            """
            insert into storage_use as u (id, user_id, workspace_id, used_bytes)
            select id, case when for_user then id end, case when not for_user then id end, bytes
            from unnest(?, array[true, false]) as b (id, for_user), (select ?::bigint as bytes) n
            order by id
            on conflict (id) do update set used_bytes = u.used_bytes + excluded.used_bytes
            """;

    private static final String VIEW =
            """
            select a.id, a.branch, a.conversation_id, a.created_at, a.deleted_at, a.description,
              a.file_name, a.head_id, a.kind, a.language, a.media_type, a.owner_id, a.revision,
              a.sha256, a.size, a.source, a.origin_url, a.title, a.updated_at, a.version_count,
              a.visibility, a.reading_scope, a.workspace_id,
              a.category_id, a.folder_id, a.properties, a.deleted_by, a.purge_at,
              h.id, h.artifact_id, h.author_id, h.branch, h.created_at, h.language, h.media_type,
              h.message_id, h.model, h.number, h.origin_at, h.parent_id, h.problem, h.sha256, h.size,
              h.title, h.label, h.integrity, h.verified_at, h.revision, c.id, c.title,
              (select string_agg(t.name, chr(31) order by t.name_key)
                from artifact_tag x join tag t on t.id = x.tag_id where x.artifact_id = a.id),
              (select count(f.artifact_id) from favourite f
                where f.artifact_id = a.id and f.user_id = ?)
            from artifact a
            left join artifact_version h on h.id = a.head_id
            left join conversation c on c.id = a.conversation_id and c.deleted_at is null
            """;

    /** One artifact; the user comes first, then its id and the reading scopes as an array. */
    static final String GET =
            VIEW + "where a.id = ? and a.reading_scope = any(?) and a.deleted_at is null";

    /** For a user and an array of reading scopes, a page of the newest of one kind and language. */
    static final String LIST =
            VIEW
                    + "where a.reading_scope = any(?)"
                    + " and a.deleted_at is null and a.kind = ? and a.language = ?"
                    + " order by a.updated_at desc, a.id desc offset ? rows fetch first ? rows only";

    private Statements() {}
}
