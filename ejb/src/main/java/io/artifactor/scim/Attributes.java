package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of attributes, which are the same whatever their capitals (RFC 7643, section 2.1). */
final class Attributes {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*+|\\$ref");
    private static final Pattern URN = Pattern.compile("[uU][rR][nN]:[A-Za-z0-9_.:-]+");

    private Attributes() {}

    /**
     * A path as it was written, without the name of the core schema before it. Paths in other
     * schemas stay whole: nothing of theirs is kept here, so nothing has their name.
     */
    static String path(String written) {
        String path = written;
        if (written.regionMatches(true, 0, CORE, 0, CORE.length())) {
            path = written.substring(written.indexOf(':', CORE.length()) + 1);
        } else if (URN.matcher(written).matches()) {
            return written.replace('.', '_');
        }
        for (String step : path.split("\\.", -1)) {
            if (!NAME.matcher(step).matches()) {
                throw ScimErrors.invalidPath("A name of an attribute cannot be read.");
            }
        }
        return path;
    }

    /** The name under which the object holds the attribute; as it was written if it does not. */
    static String nameIn(JsonNode object, String name) {
        if (object.has(name)) {
            return name;
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String held = names.next();
            if (held.equalsIgnoreCase(name)) {
                return held;
            }
        }
        return name;
    }

    static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
