package io.artifactor.identity;

import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit log are asked for.
 *
 * @param actor who did it
 * @param action what was done, such as {@code user-created}
 * @param subject the thing it was done to, as {@code kind:id}, or {@code kind:} for all of a kind
 * @param from the first instant
 * @param to the first instant that is not asked for any more
 */
public record AuditFilter(
        Optional<UserId> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final Pattern ACTION = Pattern.compile("[a-z-]{1,80}");
    private static final Pattern SUBJECT = Pattern.compile("[a-z-]{1,40}:[\\x21-\\x7e]{0,120}");

    public AuditFilter {
        action.filter(text -> !ACTION.matcher(text).matches())
                .ifPresent(text -> {
                    throw Problem.invalid("action", "must be an action such as user-created.");
                });
        subject.filter(text -> !SUBJECT.matcher(text).matches())
                .ifPresent(text -> {
                    throw Problem.invalid(
                            "subject", "must be kind:id, or kind: for all of a kind.");
                });
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw Problem.invalid("from", "must be before `to`.");
        }
    }

    /** As an edge receives it. */
    public static AuditFilter of(
            @Nullable UUID actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new AuditFilter(
                Optional.ofNullable(actor).map(UserId::new),
                Optional.ofNullable(action).filter(text -> !text.isEmpty()),
                Optional.ofNullable(subject).filter(text -> !text.isEmpty()),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    /** What is asked for, under stable names. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        actor.ifPresent(value -> given.put("actor", value.toString()));
        action.ifPresent(value -> given.put("action", value));
        subject.ifPresent(value -> given.put("subject", value));
        from.ifPresent(value -> given.put("from", value.toString()));
        to.ifPresent(value -> given.put("to", value.toString()));
        return given;
    }

    /** The conditions on a line {@code e}, for a query that is given {@link #parameters()}. */
    String condition() {
        StringBuilder condition = new StringBuilder("e.id < :before");
        actor.ifPresent(value -> condition.append(" and e.actorId = :actor"));
        action.ifPresent(value -> condition.append(" and e.action = :action"));
        subject.ifPresent(value ->
                condition.append(
                        value.endsWith(":")
                                ? " and e.subject like :subject"
                                : " and e.subject = :subject"));
        from.ifPresent(value -> condition.append(" and e.at >= :since"));
        to.ifPresent(value -> condition.append(" and e.at < :until"));
        return condition.toString();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        actor.ifPresent(value -> parameters.put("actor", value.value()));
        action.ifPresent(value -> parameters.put("action", value));
        // No kind has a character that means something to `like`.
        subject.ifPresent(
                value -> parameters.put("subject", value.endsWith(":") ? value + '%' : value));
        from.ifPresent(value -> parameters.put("since", value));
        to.ifPresent(value -> parameters.put("until", value));
        return parameters;
    }
}
