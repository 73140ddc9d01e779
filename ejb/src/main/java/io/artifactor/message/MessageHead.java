package io.artifactor.message;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The head of a request, as far as it says where the request ends and for whom it is. The runtime
 * passes over an encoding that it does not understand, and takes what follows for the next request;
 * a proxy in front that reads it otherwise would let somebody put requests into the mouths of
 * others. So what can be read in two ways is refused (RFC 9112, sections 3.2, 6.1 and 6.3).
 *
 * @param protocol as the request says, such as {@code HTTP/1.1}
 * @param fields all values by the name as it was sent
 */
public record MessageHead(String protocol, Map<String, List<String>> fields) {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern HOST =
            Pattern.compile(
                    "([A-Za-z0-9._~!$&'()*+;=%-]+|\\[[0-9A-Fa-f:.]+])?(:[0-9]{1,5})?",
                    Pattern.CASE_INSENSITIVE);

    public MessageHead {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) -> byName.put(name, List.copyOf(values)));
        fields = byName;
    }

    /** What is wrong with it, if anything is. */
    public Optional<Problem> flaw() {
        if (!fields.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
                || !fields.values().stream().flatMap(List::stream).allMatch(MessageHead::isPlain)) {
            return refused("A header has a character that none may have.");
        }
        List<String> lengths = values("Content-Length");
        if (lengths.size() > 1 || !lengths.stream().allMatch(it -> LENGTH.matcher(it).matches())) {
            return refused("Content-Length must be there once and be a number.");
        }
        List<String> encodings = values("Transfer-Encoding");
        if (!encodings.isEmpty() && !isChunked(encodings)) {
            return refused("Transfer-Encoding must be chunked, in HTTP/1.1.");
        }
        if (!encodings.isEmpty() && !lengths.isEmpty()) {
            return refused("Content-Length and Transfer-Encoding exclude each other.");
        }
        List<String> hosts = values("Host");
        boolean isNamedOnce = hosts.size() == 1 || hosts.isEmpty() && isOld();
        if (!isNamedOnce || !hosts.stream().allMatch(it -> HOST.matcher(it).matches())) {
            return refused("Host must be there once and be a name.");
        }
        return Optional.empty();
    }

    /**
     * Whether the runtime may have taken the end of the request for another than whoever passed it
     * on, without showing it: the size of a chunk is cut to 32 bits, and a length that is no number
     * is passed over. After such a request the connection is not used again.
     */
    public boolean mayEndElsewhere(String method) {
        boolean isSized = !values("Content-Length").isEmpty();
        return !values("Transfer-Encoding").isEmpty() || !isSized && !WITHOUT_BODY.contains(method);
    }

    private boolean isChunked(List<String> encodings) {
        return !isOld()
                && encodings.size() == 1
                && encodings.getFirst().toLowerCase(Locale.ROOT).equals("chunked");
    }

    private boolean isOld() {
        return protocol.equals("HTTP/1.0") || protocol.equals("HTTP/0.9");
    }

    private List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t');
    }

    private static Optional<Problem> refused(String sentence) {
        return Optional.of(new Problem(ProblemCode.INVALID_INPUT, sentence));
    }
}
