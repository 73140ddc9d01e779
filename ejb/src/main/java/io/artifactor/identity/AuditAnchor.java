package io.artifactor.identity;

import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the chains of the audit log ended once, as text to be kept outside of the database. */
record AuditAnchor(List<End> ends) {

    private static final int MOST = 64;
    private static final Pattern END = Pattern.compile("(\\d{1,2})-(\\d{1,18})-([0-9a-f]{64})");

    /** The last link of a chain. */
    record End(int chain, long position, String hash) {

        private static End parse(String text) {
            Matcher parts = END.matcher(text);
            if (!parts.matches()) {
                throw refused();
            }
            return new End(
                    Integer.parseInt(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    parts.group(3));
        }

        private String text() {
            return chain + "-" + position + "-" + hash;
        }
    }

    AuditAnchor {
        ends = List.copyOf(ends);
    }

    static AuditAnchor parse(String text) {
        String[] parts = text.split(",", MOST + 1);
        if (parts.length > MOST) {
            throw refused();
        }
        return new AuditAnchor(Arrays.stream(parts).map(End::parse).toList());
    }

    String text() {
        return ends.stream().map(End::text).collect(Collectors.joining(","));
    }

    private static Problem refused() {
        return Problem.invalid("anchor", "must be the `anchor` of an earlier check.");
    }
}
