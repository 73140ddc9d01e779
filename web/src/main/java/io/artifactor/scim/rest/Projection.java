package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes a client wants (RFC 7644, section 3.9), in small letters; whole ones only. Asked
 * for a part, the whole is shown.
 */
record Projection(Set<String> wanted, Set<String> unwanted) {

    private static final Set<String> ALWAYS = Set.of("schemas", "id", "meta");
    private static final String URN = "urn:ietf:params:scim:schemas:core:2.0:";

    Projection {
        wanted = Set.copyOf(wanted);
        unwanted = Set.copyOf(unwanted);
    }

    static Set<String> names(@Nullable String parameter) {
        return Arrays.stream(Objects.requireNonNullElse(parameter, "").split(",", -1))
                .map(name -> name.strip())
                .filter(name -> !name.isEmpty())
                .map(Projection::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String name) {
        return name.startsWith(URN)
                ? name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT)
                : name.toLowerCase(Locale.ROOT);
    }

    boolean shows(String attribute) {
        String name = attribute.toLowerCase(Locale.ROOT);
        if (ALWAYS.contains(name)) {
            return true;
        }
        boolean isWanted =
                wanted.isEmpty()
                        || wanted.contains(name)
                        || wanted.stream().anyMatch(each -> each.startsWith(name + "."));
        return isWanted && !unwanted.contains(name);
    }

    void applyTo(ObjectNode document) {
        for (Iterator<String> names = document.fieldNames(); names.hasNext(); ) {
            if (!shows(names.next())) {
                names.remove();
            }
        }
    }
}
