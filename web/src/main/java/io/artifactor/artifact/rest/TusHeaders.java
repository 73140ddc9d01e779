package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactProposal;
import io.artifactor.artifact.FileNames;
import io.artifactor.artifact.Placement;
import io.artifactor.problem.Problem;
import io.artifactor.storage.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The headers of resumable uploads, read strictly. */
final class TusHeaders {

    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String CHECKSUM = "Upload-Checksum";

    private static final int MAX_METADATA = 8_000;

    private TusHeaders() {}

    /** A number of bytes. */
    static long bytes(String header, @Nullable String value) {
        if (value == null) {
            throw Problem.invalid(header, "is missing, expected a number of bytes.");
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw Problem.invalid(header, "must be a number of bytes, 0 or more.");
        }
        return Long.parseLong(value);
    }

    /** The pairs of a name and a value in Base64; a name alone has an empty value. */
    static Map<String, String> metadata(@Nullable String header) {
        Map<String, String> metadata = new HashMap<>();
        if (header == null || header.isBlank()) {
            return metadata;
        }
        if (header.length() > MAX_METADATA) {
            throw Problem.invalid(METADATA, "is longer than " + MAX_METADATA + " characters.");
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts.length > 2 || parts[0].isEmpty()) {
                throw Problem.invalid(
                        METADATA, "must be pairs of a name and a value in Base64, with commas.");
            }
            String value = parts.length == 1 ? "" : decoded(parts[0], parts[1]);
            if (metadata.put(parts[0], value) != null) {
                throw Problem.invalid(METADATA, "has the name " + parts[0] + " twice.");
            }
        }
        return metadata;
    }

    private static String decoded(String name, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Problem.invalid(METADATA, "has a value for " + name + " that is not Base64.");
        }
    }

    /** What the metadata say of the artifact; other names are the sender's own affair. */
    static ArtifactProposal proposal(Map<String, String> metadata) {
        String fileName = first(metadata, "filename", "fileName", "name");
        return new ArtifactProposal(
                metadata.get("title"),
                metadata.get("description"),
                fileName == null ? null : FileNames.lastStep(fileName),
                first(metadata, "kind"),
                first(metadata, "language"),
                first(metadata, "filetype", "mediaType", "type"));
    }

    /**
     * Where the metadata want the artifact; a tag holds no line break, so that these divide them.
     */
    static Placement placement(Map<String, String> metadata) {
        String tags = first(metadata, "tags");
        return new Placement(
                        first(metadata, "folderId"),
                        first(metadata, "categoryId"),
                        tags == null ? null : tags.lines().filter(tag -> !tag.isBlank()).toList(),
                        null)
                .withinNamed(first(metadata, "workspaceId"))
                .readBy(first(metadata, "visibility"));
    }

    /** Whether the same file in the trash may come back instead. */
    static boolean mayRestore(Map<String, String> metadata) {
        String restore = first(metadata, "restore");
        if (restore != null && !restore.equals("true") && !restore.equals("false")) {
            throw Problem.invalid(METADATA, "has a restore that is neither true nor false.");
        }
        return !"false".equals(restore);
    }

    /** The digest of the whole, as hexadecimal digits. */
    static Optional<Sha256> expected(Map<String, String> metadata) {
        String digest = first(metadata, "sha256");
        if (digest == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Sha256(digest));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    METADATA, "has a sha256 that is not 64 lower-case hexadecimal digits.");
        }
    }

    /** The checksum of a piece: an algorithm and its value in Base64. */
    static Optional<Sha256> checksum(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.strip().split(" ", -1);
        if (parts.length != 2 || !parts[0].equals("sha256")) {
            throw Problem.invalid(CHECKSUM, "must be `sha256` and the digest in Base64.");
        }
        Optional<Sha256> digest = Sha256.fromBase64(parts[1]);
        if (digest.isEmpty()) {
            throw Problem.invalid(CHECKSUM, "must be `sha256` and the digest in Base64.");
        }
        return digest;
    }

    private static @Nullable String first(Map<String, String> metadata, String... names) {
        for (String name : names) {
            String value = metadata.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
