package io.artifactor.it.security;

import java.util.concurrent.atomic.AtomicLong;

/** Makes what lies in workspaces, and what belongs to the owner. */
final class Things extends AccountThings {

    /** No row of the server's own gets so far. */
    static final long FIRST_ROW = 9_000_000_000L;

    private static final AtomicLong ROWS = new AtomicLong(FIRST_ROW);

    Things(Cast cast) {
        super(cast);
    }

    /** An artifact with its versions on the branch main. */
    record Artifact(String id, String first, String second) {}

    /** In the shared workspace, granted to some. */
    Artifact artifact() {
        Artifact made = new Artifact(id(), id(), id());
        add(
                """
                insert into artifact (id, workspace_id, owner_id, title, kind, media_type,
                        file_name, source, branch, head_id, version_count, size, sha256,
                        created_at, updated_at)
                    select '%s', workspace_id, owner_id, title, kind, media_type, file_name,
                        source, branch, '%s', version_count, size, sha256, now(), now()
                    from artifact where id = '%s'
                """
                        .formatted(made.id(), made.second(), cast().template()));
        add(
                """
                insert into artifact_version (id, artifact_id, branch, number, sha256, size, title,
                        media_type, author_id, created_at)
                    select case branch when 'main'
                            then case number when 1 then '%s' else '%s' end::uuid
                            else gen_random_uuid() end,
                        '%s', branch, number, sha256, size, title, media_type, author_id, now()
                    from artifact_version where artifact_id = '%s'
                """
                        .formatted(made.first(), made.second(), made.id(), cast().template()));
        toIndexes("artifact.changed", made.id());
        grant(made.id(), "user", cast().id(Caller.GRANTED_VIEWER), "viewer");
        grant(made.id(), "user", cast().id(Caller.GRANTED_EDITOR), "editor");
        return made;
    }

    void grant(String artifact, String kind, String grantee, String role) {
        insert(
                "artifact_grant (artifact_id, grantee_kind, grantee_id, role, granted_by,"
                        + " granted_at)",
                "'%s', '%s', '%s', '%s', '%s', now()"
                        .formatted(artifact, kind, grantee, role, cast().owner()));
    }

    /** A link to an artifact of its own, without a password. */
    Cast.Link link() {
        return link("null");
    }

    /** One that is opened with {@link Cast#LINK_PASSWORD}. */
    Cast.Link lockedLink() {
        return link("password_hash");
    }

    private Cast.Link link(String password) {
        String secret = "ars_" + id().replace("-", "") + "-of-a-test_";
        Cast.Link made = new Cast.Link(id(), secret);
        add(
                """
                insert into share_link (id, artifact_id, creator_id, name, prefix, token_hash,
                        password_hash, created_at, updated_at, expires_at, revision)
                    select '%s', '%s', creator_id, name, prefix, '%s', %s, now(), now(),
                        expires_at, 0
                    from share_link where id = '%s'
                """
                        .formatted(
                                made.id(),
                                artifact().id(),
                                hash(secret),
                                password,
                                cast().link().id()));
        return made;
    }

    /** An artifact the guest deleted. */
    String trash() {
        String artifact = artifact().id();
        add(
                """
                update artifact set deleted_at = now(), deleted_by = '%s',
                    purge_at = now() + interval '30 days' where id = '%s'
                """
                        .formatted(cast().guest(), artifact));
        return artifact;
    }

    String folder() {
        String id = id();
        insert(
                "folder (id, workspace_id, name, name_key, trail, created_at, updated_at)",
                "'%1$s', '%2$s', '%1$s', '%1$s', '%1$s/', now(), now()"
                        .formatted(id, cast().workspace()));
        return id;
    }

    String category() {
        return insert(
                "category (id, name, name_key, workspace_id, colour)",
                "'%1$s', '%1$s', '%1$s', '%2$s', '#123456'",
                cast().workspace());
    }

    String tag() {
        return insert(
                "tag (id, name, name_key, workspace_id, created_at)",
                "'%1$s', '%1$s', '%1$s', '%2$s', now()",
                cast().workspace());
    }

    String conversation() {
        String id =
                insert(
                        "conversation (id, title, source, source_id, workspace_id, message_count,"
                                + " imported_at, changed_at)",
                        "'%1$s', 'Talk', 'claude', '%1$s', '%2$s', 0, now(), now()",
                        cast().workspace());
        toIndexes("conversation.changed", id);
        return id;
    }

    /** So that what others ask of the indexes stays true. */
    private void toIndexes(String event, String subject) {
        add(
                """
                insert into outbox (reader, event, subject)
                    select reader, '%s', '%s'
                    from unnest(array['search-elasticsearch', 'search-postgresql']) r (reader)
                """
                        .formatted(event, subject));
    }

    String search() {
        String id = id();
        add(
                """
                insert into saved_search (id, user_id, name, query, created_at, updated_at)
                    select '%1$s', user_id, '%1$s', query, now(), now()
                    from saved_search where id = '%2$s'
                """
                        .formatted(id, cast().search()));
        return id;
    }

    String imported(String state) {
        String id = id();
        add(
                """
                insert into import_run (id, workspace_id, user_id, file_name, sha256, size, format,
                        mode, state, created_at, queued_at)
                    select '%s', workspace_id, '%s', 'note.txt', sha256, size, 'file/1', 'import',
                        '%s', now(), now()
                    from artifact where id = '%s'
                """
                        .formatted(id, cast().owner(), state, cast().template()));
        return id;
    }

    String upload() {
        return insert(
                "resumable_upload (id, owner_id, length, received, file_name, expires_at)",
                "'%1$s', '%2$s', 5, 0, 'note.txt', now() + interval '1 day'",
                cast().owner());
    }

    /** A workspace with the members of the shared one. */
    String workspace() {
        String id =
                insert(
                        "workspace (id, name, personal, owner_id, created_at)",
                        "'%1$s', '%1$s', false, '%2$s', now()",
                        cast().owner());
        add(
                """
                insert into membership (workspace_id, user_id, role, since)
                    select '%s', user_id, role, now() from membership where workspace_id = '%s'
                """
                        .formatted(id, cast().workspace()));
        return id;
    }

    /** Somebody who is a member of that workspace alone. */
    String member(String workspace) {
        String user = account();
        insert(
                "membership (workspace_id, user_id, role, since)",
                "'%s', '%s', 'viewer', now()".formatted(workspace, user));
        return user;
    }

    /** Of somebody into a workspace. */
    String invitation(String workspace, String user) {
        String id = id();
        insert(
                "invitation (id, workspace_id, user_id, role, invited_by, created_at, expires_at)",
                "'%s', '%s', '%s', 'viewer', '%s', now(), now() + interval '1 day'"
                        .formatted(id, workspace, user, cast().owner()));
        return id;
    }

    /** The secret of one sent by mail, into a workspace of an account that is nobody else's. */
    String mailedInvitation() {
        String host = account();
        String secret = "ari_" + (id() + id()).replace("-", "").substring(0, 43);
        insert(
                "invitation (id, workspace_id, email, token_hash, role, invited_by, created_at,"
                        + " expires_at)",
                """
                '%s', '%s', 'guest@example.org',
                    encode(sha256(convert_to('%s', 'UTF8')), 'hex'), 'viewer', '%s', now(),
                    now() + interval '1 day'
                """
                        .formatted(id(), workspaceOf(host), secret, host));
        return secret;
    }

    /** Of the owner, into a workspace of an account that is nobody else's. */
    String invitation() {
        String host = account();
        String workspace = workspaceOf(host);
        String id = id();
        insert(
                "invitation (id, workspace_id, user_id, role, invited_by, created_at, expires_at)",
                "'%s', '%s', '%s', 'viewer', '%s', now(), now() + interval '1 day'"
                        .formatted(id, workspace, cast().owner(), host));
        return id;
    }

    private String workspaceOf(String host) {
        String workspace =
                insert(
                        "workspace (id, name, personal, owner_id, created_at)",
                        "'%1$s', '%1$s', false, '%2$s', now()",
                        host);
        insert(
                "membership (workspace_id, user_id, role, since)",
                "'%s', '%s', 'owner', now()".formatted(workspace, host));
        return workspace;
    }

    /** An event that was given up. */
    String parkedRow() {
        String id = String.valueOf(ROWS.incrementAndGet());
        add(
                """
                insert into outbox (id, reader, event, subject, attempts, parked_at)
                    overriding system value
                    values (%s, 'search-postgresql', 'artifact.changed', gen_random_uuid(), 9, now())
                """
                        .formatted(id));
        return id;
    }

    /** Work on the search index that is over. */
    String searchJob(String kind) {
        return insert(
                "search_job (id, kind, state, user_id, ended_at)",
                "'%1$s', '" + kind + "', 'completed', '%2$s', now()",
                cast().id(Caller.ADMINISTRATOR));
    }

    /** Of the shared workspace, in which nothing is that old. */
    String retentionRule() {
        String id = id();
        insert(
                "retention_rule (id, workspace_id, name, after_days, action, enabled, next_run_at,"
                        + " made_by, created_at, updated_at, revision)",
                "'%s', '%s', 'Old', 36500, 'trash', true, now() + interval '1 day', '%s', now(),"
                                .formatted(id, cast().workspace(), cast().owner())
                        + " now(), 0");
        return id;
    }

    /** Of such a rule, and over. */
    String retentionRun() {
        String rule = retentionRule();
        String id = id();
        insert(
                "retention_run (id, rule_id, rule_revision, rule_name, action, arrived_before,"
                        + " state, user_id, created_at, ended_at)",
                "'%s', '%s', 0, 'Old', 'trash', now(), 'completed', '%s', now(), now()"
                        .formatted(id, rule, cast().owner()));
        return id;
    }
}
