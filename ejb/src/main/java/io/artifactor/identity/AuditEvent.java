package io.artifactor.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log is told. Details are short facts, never secrets and never content.
 *
 * @param action what happened, in the past tense and kebab-case: {@code user-created}
 * @param actor who did it, or null when nobody was signed in
 * @param subject the thing it happened to, as {@code kind:id}
 * @param detail more, under stable names
 */
public record AuditEvent(
        String action,
        @Nullable UserId actor,
        @Nullable String subject,
        Map<String, String> detail) {

    public AuditEvent {
        Objects.requireNonNull(action, "action");
        detail = Map.copyOf(detail);
    }

    /** Something the caller did to a thing. */
    public static AuditEvent by(Caller caller, String action, String subject) {
        return new AuditEvent(action, caller.user(), subject, Map.of());
    }

    /** The same with one more fact. */
    public AuditEvent with(String name, String value) {
        Map<String, String> more = new HashMap<>(detail);
        more.put(name, value);
        return new AuditEvent(action, actor, subject, more);
    }

    static AuditEvent about(UserId user, String action) {
        return new AuditEvent(action, user, subjectOf(user), Map.of());
    }

    static String subjectOf(UserId user) {
        return "user:" + user;
    }
}
