package io.artifactor.retention;

/** Which artifacts a rule concerns, in SQL; once, so that what is shown is what goes. */
final class Matching {

    /**
     * Artifacts {@code a} of the rule {@code :rule} that arrived before {@code :before}. What the
     * rule names but is not there any more concerns nothing.
     */
    static final String FROM =
            """
            from retention_rule r join artifact a on r.workspace_id is null
                or a.workspace_id = r.workspace_id
            where r.id = :rule and a.deleted_at is null and a.created_at < :before
                and (r.kind is null or a.kind = r.kind)
                and (r.category_id is null or a.category_id = r.category_id)
                and (r.tag is null or exists (
                    select from artifact_tag x join tag t on t.id = x.tag_id
                    where x.artifact_id = a.id and t.name_key = r.tag))
                and (r.folder_id is null or exists (
                    select from folder top join folder f on f.workspace_id = top.workspace_id
                        and starts_with(f.trail, top.trail)
                    where top.id = r.folder_id and f.id = a.folder_id))
            """;

    private Matching() {}
}
