package io.artifactor.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.artifact.ArtifactLook;
import io.artifactor.artifact.ContentDetection;
import io.artifactor.artifact.ContentTraits;
import io.artifactor.artifact.FileNames;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A found artifact, cleaned: what is compared and kept. Used by one thread.
 *
 * @param position among the different contents of the page
 */
record Piece(
        String id,
        String conversation,
        String title,
        int position,
        byte[] bytes,
        Sha256 digest,
        String type,
        @Nullable String language,
        @Nullable String url) {

    private static final int LONGEST_CONVERSATION = 200;
    private static final int LONGEST_URL = 2_000;
    private static final Set<String> LANGUAGES =
            Set.of(
                    "html",
                    "svg",
                    "markdown",
                    "json",
                    "xml",
                    "css",
                    "javascript",
                    "typescript",
                    "python");

    static Piece of(FoundPage page, FoundArtifact found, byte[] bytes, int position) {
        return new Piece(
                found.id(),
                conversation(page, found),
                CapturedText.title(found.title()),
                position,
                bytes,
                Sha256.ofContent(bytes),
                found.type() == null ? "" : found.type().strip().toLowerCase(Locale.ROOT),
                language(found.language()),
                url(found.url() == null ? page.url() : found.url()));
    }

    static byte[] bytes(FoundArtifact found) {
        return CapturedText.content(found.content()).getBytes(UTF_8);
    }

    static String conversation(FoundPage page, FoundArtifact found) {
        String named = found.conversation() == null ? page.conversation() : found.conversation();
        String line = named == null ? "" : printable(named.strip());
        return line.isEmpty()
                ? "unknown"
                : line.substring(0, Math.min(line.length(), LONGEST_CONVERSATION));
    }

    private static @Nullable String language(@Nullable String found) {
        if (found == null) {
            return null;
        }
        String name = found.strip().toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9][a-z0-9+#._-]{0,49}") ? name : null;
    }

    /** Only an address a person could open; others say nothing about where it came from. */
    private static @Nullable String url(@Nullable String found) {
        if (found == null || found.length() > LONGEST_URL) {
            return null;
        }
        String address = found.strip();
        return address.matches("https?://[!-~]+") ? address : null;
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x21-\\x7e]", "_");
    }

    /** The same on every page that shows it, and thereby the key of its artifact. */
    String sourceKey() {
        return "capture:" + conversation + ":" + digest;
    }

    StoredBlob blob() {
        return new StoredBlob(digest, bytes.length);
    }

    ArtifactLook look() {
        Optional<String> spoken =
                Optional.ofNullable(language)
                        .or(() -> Optional.of(type).filter(LANGUAGES::contains));
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ContentDetection.HEAD));
        ContentTraits traits = ContentDetection.detect("", head, Optional.empty(), spoken);
        return new ArtifactLook(
                title,
                traits.kind(),
                traits.language().orElse(null),
                traits.mediaType(),
                FileNames.suggested(title, traits.language(), traits.mediaType()));
    }
}
