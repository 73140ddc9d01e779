package io.artifactor.scim;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes that are kept of a kind of resource. Others are taken and passed over. */
enum Shape {
    USER(
            Map.of(
                    "userName", Kind.SINGLE,
                    "externalId", Kind.SINGLE,
                    "displayName", Kind.SINGLE,
                    "active", Kind.SINGLE,
                    "name", Kind.COMPLEX,
                    "emails", Kind.LIST),
            Set.of("id", "meta", "groups")),
    GROUP(
            Map.of(
                    "displayName", Kind.SINGLE,
                    "externalId", Kind.SINGLE,
                    "members", Kind.LIST),
            Set.of("id", "meta"));

    private final Map<String, Kind> kept;
    private final Set<String> ours;

    Shape(Map<String, Kind> kept, Set<String> ours) {
        this.kept = kept;
        this.ours = ours;
    }

    /** How many values an attribute has, and of which form. */
    enum Kind {
        SINGLE,
        COMPLEX,
        LIST
    }

    /** An attribute that is kept, under its own name. */
    record Kept(String name, Kind kind) {}

    Optional<Kept> find(String written) {
        return kept.entrySet().stream()
                .filter(each -> Attributes.isSame(each.getKey(), written))
                .map(each -> new Kept(each.getKey(), each.getValue()))
                .findFirst();
    }

    /** Whether only the server says what it is. */
    boolean isOurs(String written) {
        return ours.stream().anyMatch(name -> Attributes.isSame(name, written));
    }
}
