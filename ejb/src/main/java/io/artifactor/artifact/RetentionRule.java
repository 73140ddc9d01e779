package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody considers to be old enough to go.
 *
 * @param age counted from the arrival in the library, in the calendar of UTC
 * @param at when the rule would be applied
 * @param filter which artifacts it concerns
 */
public record RetentionRule(Period age, Instant at, ArtifactFilter filter) {

    private static final long MAX_YEARS = 100;

    public RetentionRule {
        if (age.isNegative() || age.toTotalMonths() / 12 + age.getDays() / 365 > MAX_YEARS) {
            throw Problem.invalid("olderThan", "must be between P0D and P100Y.");
        }
    }

    /** As an edge receives it. */
    public static RetentionRule of(@Nullable String age, Instant at, ArtifactFilter filter) {
        if (age == null || age.isBlank()) {
            throw Problem.invalid("olderThan", "must be a period such as P90D, P6M or P2Y.");
        }
        try {
            return new RetentionRule(Period.parse(age.strip()), at, filter);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("olderThan", "must be a period such as P90D, P6M or P2Y.");
        }
    }

    /** What arrived before then is old enough. */
    Instant arrivedBefore() {
        try {
            return at.atZone(ZoneOffset.UTC).minus(age).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("olderThan", "reaches beyond the calendar.");
        }
    }

    /** When something that arrived then becomes old enough. */
    public Instant dueAt(Instant arrival) {
        return arrival.atZone(ZoneOffset.UTC).plus(age).toInstant();
    }
}
