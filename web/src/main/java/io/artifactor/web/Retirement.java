package io.artifactor.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * That an operation of the interface, or one of its parameters, is on its way out.
 *
 * @param operation its {@code operationId}
 * @param parameter the one parameter it is about; the whole operation if empty
 * @param since when it was announced
 * @param until from when on it may be gone
 * @param successor the path of what to use instead, below the interface, such as {@code /imports}
 */
record Retirement(
        String operation,
        Optional<String> parameter,
        LocalDate since,
        LocalDate until,
        String successor) {

    /** What the users of the interface are promised. */
    static final Period NOTICE = Period.ofMonths(6);

    Retirement {
        if (until.isBefore(since.plus(NOTICE))) {
            throw new IllegalArgumentException(
                    "%s is announced on %s and may not go before %s"
                            .formatted(operation, since, since.plus(NOTICE)));
        }
        if (!successor.startsWith("/")) {
            throw new IllegalArgumentException(successor + " is no path such as /imports");
        }
    }

    /** The value of {@code Deprecation}: a date as structured fields have it (RFC 9745). */
    String deprecation() {
        return "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** The value of {@code Sunset} (RFC 8594). */
    String sunset() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atStartOfDay(ZoneOffset.UTC));
    }

    /** The value of {@code Link}: what to use instead, and where it is said. */
    String link() {
        return "</api/v1%s>; rel=\"successor-version\", </openapi>; rel=\"deprecation\""
                .formatted(successor);
    }

    /** For the description. */
    String sentence() {
        return "Deprecated since %s, and may be gone from %s on: use `%s`."
                .formatted(since, until, successor);
    }
}
