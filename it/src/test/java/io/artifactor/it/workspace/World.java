package io.artifactor.it.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Workspaces, groups, artifacts, and who may do what with them, as chance has it: as rows to be
 * written, and as a model of the rules that knows nothing of how they are implemented.
 */
final class World {

    private static final List<String> ROLES = List.of("owner", "admin", "editor", "viewer");
    private static final Set<String> EDITORS = Set.of("owner", "admin", "editor");
    private static final List<String> ENDS = List.of("null", "now() + interval '1 hour'", "now()");
    private static final List<String> VISIBILITIES =
            List.of("shared", "shared", "private", "private", "public");
    private static final Set<String> ADMINS = Set.of("owner", "admin");
    private static final int MOST_WORKSPACES = 3;
    private static final int MOST_GROUPS = 2;
    private static final int MOST_ARTIFACTS = 3;

    private final Random random;
    private final String word;
    private final List<String> users;
    private final List<String> statements = new ArrayList<>();
    private final List<String> workspaces = new ArrayList<>();
    private final Set<String> archived = new HashSet<>();

    /** By artifact. */
    private final Map<String, String> placeOf = new LinkedHashMap<>();

    /** By artifact. */
    private final Map<String, String> ownerOf = new HashMap<>();

    /** By artifact. */
    private final Map<String, String> visibilityOf = new HashMap<>();

    /** By user and workspace. */
    private final Map<String, String> roleIn = new HashMap<>();

    /** User and group. */
    private final Set<String> inGroup = new HashSet<>();

    private final List<Grant> grants = new ArrayList<>();

    private record Grant(String artifact, String grantee, boolean edits, boolean isLive) {}

    /**
     * @param seed of chance
     * @param word in the title of each artifact, and in nothing else
     * @param founder the id of a user who is an owner of everything
     * @param template the id of an artifact that those here are copies of
     */
    World(long seed, String word, String founder, String template, List<String> users) {
        this.random = new Random(seed);
        this.word = word;
        this.users = users;
        for (int i = random.nextInt(MOST_WORKSPACES); i >= 0; i--) {
            addWorkspace(founder, template);
        }
        List<String> groups = new ArrayList<>();
        for (int i = random.nextInt(MOST_GROUPS + 1); i > 0; i--) {
            groups.add(addGroup());
        }
        for (String artifact : placeOf.keySet()) {
            users.forEach(user -> maybeGrant(founder, artifact, "user", user));
            workspaces.forEach(it -> maybeGrant(founder, artifact, "workspace", it));
            groups.forEach(group -> maybeGrant(founder, artifact, "group", group));
        }
    }

    private void addWorkspace(String founder, String template) {
        String id = UUID.randomUUID().toString();
        workspaces.add(id);
        boolean closed = random.nextInt(4) == 0;
        if (closed) {
            archived.add(id);
        }
        insert(
                "workspace (id, name, personal, owner_id, created_at, archived_at)",
                "'%s', '%s', false, '%s', now(), %s"
                        .formatted(id, id, founder, closed ? "now()" : "null"));
        addMember(founder, id, "owner");
        for (String user : users) {
            if (random.nextInt(3) == 0) {
                addMember(user, id, ROLES.get(random.nextInt(ROLES.size())));
            }
        }
        for (int i = random.nextInt(MOST_ARTIFACTS); i >= 0; i--) {
            addArtifact(id, template);
        }
    }

    private void addMember(String user, String workspace, String role) {
        roleIn.put(user + workspace, role);
        insert(
                "membership (workspace_id, user_id, role, since)",
                "'%s', '%s', '%s', now()".formatted(workspace, user, role));
    }

    private String addGroup() {
        String id = UUID.randomUUID().toString();
        insert(
                "user_group (id, name, created_at, updated_at)",
                "'%s', '%s', now(), now()".formatted(id, id));
        for (String user : users) {
            if (random.nextInt(3) == 0) {
                inGroup.add(user + id);
                insert(
                        "group_member (group_id, user_id, since)",
                        "'%s', '%s', now()".formatted(id, user));
            }
        }
        return id;
    }

    private void addArtifact(String workspace, String template) {
        String id = UUID.randomUUID().toString();
        placeOf.put(id, workspace);
        ownerOf.put(id, users.get(random.nextInt(users.size())));
        visibilityOf.put(id, VISIBILITIES.get(random.nextInt(VISIBILITIES.size())));
        statements.add(
                """
                insert into artifact (id, workspace_id, owner_id, title, kind, media_type,
                        file_name, source, head_id, version_count, size, sha256, created_at,
                        updated_at, visibility)
                    select '%s', '%s', '%s', '%s', kind, media_type, file_name, source,
                        head_id, version_count, size, sha256, now(), now(), '%s'
                    from artifact where id = '%s'
                """
                        .formatted(
                                id,
                                workspace,
                                ownerOf.get(id),
                                word + " number " + placeOf.size(),
                                visibilityOf.get(id),
                                template));
        statements.add(told(id));
    }

    private static String told(String artifact) {
        return """
        insert into outbox (reader, event, subject)
            select reader, 'artifact.changed', '%s'
            from unnest(array['search-elasticsearch', 'search-postgresql']) r (reader)
        """
                .formatted(artifact);
    }

    /** Lets others read the artifacts, and gives them to others. */
    String change() {
        List<String> changes = new ArrayList<>();
        for (String artifact : placeOf.keySet()) {
            visibilityOf.put(artifact, VISIBILITIES.get(random.nextInt(VISIBILITIES.size())));
            ownerOf.put(artifact, users.get(random.nextInt(users.size())));
            changes.add(
                    "update artifact set visibility = '%s', owner_id = '%s' where id = '%s'"
                            .formatted(
                                    visibilityOf.get(artifact), ownerOf.get(artifact), artifact));
            changes.add(told(artifact));
        }
        return String.join(";", changes);
    }

    private void maybeGrant(String founder, String artifact, String kind, String grantee) {
        if (random.nextInt(5) != 0) {
            return;
        }
        boolean edits = random.nextBoolean();
        String end = ENDS.get(random.nextInt(ENDS.size()));
        grants.add(new Grant(artifact, grantee, edits, !end.equals("now()")));
        insert(
                "artifact_grant (artifact_id, grantee_kind, grantee_id, role, granted_by,"
                        + " granted_at, expires_at)",
                "'%s', '%s', '%s', '%s', '%s', now() - interval '1 day', %s"
                        .formatted(
                                artifact,
                                kind,
                                grantee,
                                edits ? "editor" : "viewer",
                                founder,
                                end));
    }

    private void insert(String into, String values) {
        statements.add("insert into " + into + " values (" + values + ")");
    }

    /** What makes it. */
    String sql() {
        return String.join(";", statements);
    }

    String word() {
        return word;
    }

    List<String> artifacts() {
        return List.copyOf(placeOf.keySet());
    }

    Set<String> readableBy(String user) {
        return placeOf.keySet().stream()
                .filter(artifact -> mayRead(user, artifact))
                .collect(Collectors.toSet());
    }

    boolean mayRead(String user, String artifact) {
        return "public".equals(visibilityOf.get(artifact))
                || mayReadAsMember(user, artifact)
                || grants.stream().anyMatch(it -> isFor(it, user, artifact));
    }

    /** What is private is for its owner and for those who answer for the workspace. */
    private boolean mayReadAsMember(String user, String artifact) {
        String role = roleIn.getOrDefault(user + placeOf.get(artifact), "none");
        return !role.equals("none")
                && (!"private".equals(visibilityOf.get(artifact))
                        || user.equals(ownerOf.get(artifact))
                        || ADMINS.contains(role));
    }

    boolean mayEdit(String user, String artifact) {
        String place = String.valueOf(placeOf.get(artifact));
        if (archived.contains(place)) {
            return false;
        }
        return EDITORS.contains(roleIn.getOrDefault(user + place, "none"))
                        && mayReadAsMember(user, artifact)
                || grants.stream().anyMatch(it -> it.edits() && isFor(it, user, artifact));
    }

    private boolean isFor(Grant grant, String user, String artifact) {
        String grantee = grant.grantee();
        return grant.isLive()
                && grant.artifact().equals(artifact)
                && (grantee.equals(user)
                        || roleIn.containsKey(user + grantee)
                        || inGroup.contains(user + grantee));
    }
}
