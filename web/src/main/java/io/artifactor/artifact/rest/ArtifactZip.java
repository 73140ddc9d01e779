package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import io.artifactor.web.Json;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive of artifacts, written while their content is read, one after the other; holds one
 * buffer of it. The manifest comes last, because only then it is known what could be read.
 */
final class ArtifactZip implements StreamingOutput {

    private static final System.Logger LOG = System.getLogger(ArtifactZip.class.getName());
    private static final String MANIFEST = "manifest.json";

    private final Map<UUID, Optional<ArtifactView>> artifacts;
    private final BlobStore store;

    ArtifactZip(Map<UUID, Optional<ArtifactView>> artifacts, BlobStore store) {
        this.artifacts = new LinkedHashMap<>(artifacts);
        this.store = store;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        EntryNames names = new EntryNames(MANIFEST);
        List<ZipManifest.Item> items = new ArrayList<>();
        for (Map.Entry<UUID, Optional<ArtifactView>> asked : artifacts.entrySet()) {
            Optional<ArtifactView> found = asked.getValue();
            items.add(
                    found.isEmpty()
                            ? ZipManifest.Item.notFound(asked.getKey())
                            : add(zip, found.get(), names));
        }
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(
                Json.strict()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(new ZipManifest(Instant.now(), items)));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private ZipManifest.Item add(ZipOutputStream zip, ArtifactView view, EntryNames names)
            throws IOException {
        Artifact artifact = view.artifact();
        Optional<InputStream> content = artifact.sha256().flatMap(this::open);
        if (content.isEmpty()) {
            return ZipManifest.Item.of(view, "missing", null);
        }
        try (InputStream in = content.get()) {
            String name = names.next(artifact.fileName());
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(artifact.updatedAt().toEpochMilli());
            zip.putNextEntry(entry);
            in.transferTo(zip);
            zip.closeEntry();
            return ZipManifest.Item.of(view, "done", name);
        }
    }

    private Optional<InputStream> open(Sha256 digest) {
        try {
            return Optional.of(store.open(digest));
        } catch (Problem problem) {
            if (problem.code() != ProblemCode.NOT_FOUND) {
                throw problem;
            }
            LOG.log(System.Logger.Level.ERROR, "Stored content is missing: " + digest);
            return Optional.empty();
        }
    }
}
