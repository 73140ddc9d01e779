package io.artifactor.bench;

import java.util.List;
import java.util.UUID;

/** What was filled in, as far as the subjects need to know it. */
record Library(UUID user, UUID personal, List<UUID> readable, List<UUID> artifacts) {
    static final List<String> LANGUAGES = List.of("python", "java", "typescript", "sql", "rust");
    static final List<String> KINDS = List.of("code", "document", "html", "svg");
}
