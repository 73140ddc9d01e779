package io.artifactor.syslog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.artifactor.identity.AuditEntry;
import io.artifactor.identity.AuditLine;
import io.artifactor.identity.BoundAuditLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A line of the audit log as a message of RFC 5424, in the frame of RFC 5425: its length, a space,
 * the message. What it tells is one object of JSON, in ASCII alone, so that no name somebody chose
 * can look like the end of a line, or like another.
 */
final class SyslogMessage {

    /** "Log audit", as RFC 5424 counts facilities. */
    private static final int FACILITY = 13;

    private static final int WARNING = 4;
    private static final int INFORMATIONAL = 6;

    /** Told in place of a line that was bound, and is gone before it was sent. */
    private static final String MISSING = "audit-line-missing";

    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_ID = 32;

    private static final Pattern ALARMING =
            Pattern.compile(".*-(refused|reused|removed|reset|missing)|everybodys-sessions-ended");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String host;

    /**
     * @param host the name of the machine that sends
     */
    SyslogMessage(String host) {
        this.host = token(host, LONGEST_HOST);
    }

    byte[] framed(BoundAuditLine bound) {
        return bound.line()
                .map(line -> framed(line.entry().at(), line.entry().action(), fields(bound, line)))
                .orElseGet(() -> framed(Instant.now(), MISSING, place(bound)));
    }

    byte[] framed(Instant at, String action, Map<String, Object> fields) {
        int severity = ALARMING.matcher(action).matches() ? WARNING : INFORMATIONAL;
        String message =
                "<%d>1 %s %s artifactor - %s - %s"
                        .formatted(
                                FACILITY * 8 + severity,
                                at.truncatedTo(ChronoUnit.MICROS),
                                host,
                                token(action, LONGEST_ID),
                                json(fields));
        // All of it is ASCII, so the length in characters is that in bytes.
        return (message.length() + " " + message).getBytes(StandardCharsets.US_ASCII);
    }

    /** The same names as in an export. */
    private static Map<String, Object> fields(BoundAuditLine bound, AuditLine line) {
        AuditEntry entry = line.entry();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("at", entry.at().toString());
        entry.actor().ifPresent(actor -> fields.put("actorId", actor.toString()));
        line.actorName().ifPresent(name -> fields.put("actor", name));
        fields.put("action", entry.action());
        entry.subject().ifPresent(subject -> fields.put("subject", subject));
        entry.address().ifPresent(address -> fields.put("address", address));
        fields.put("detail", new TreeMap<>(entry.detail()));
        fields.putAll(place(bound));
        return fields;
    }

    private static Map<String, Object> place(BoundAuditLine bound) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", bound.id());
        fields.put("chain", bound.chain());
        fields.put("position", bound.position());
        fields.put("anchor", bound.anchor());
        return fields;
    }

    private static String json(Map<String, Object> fields) {
        try {
            // The one character of ASCII that the writer leaves and no terminal shows.
            return JSON.writeValueAsString(fields).replace("\u007f", "\\u007f");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the audit log is no JSON", e);
        }
    }

    /** Printable ASCII without spaces, not too long; a dash if nothing is left. */
    private static String token(String text, int longest) {
        String plain = text.replaceAll("[^\\x21-\\x7e]", "_");
        String shortened = plain.substring(0, Math.min(plain.length(), longest));
        return shortened.isEmpty() ? "-" : shortened;
    }
}
