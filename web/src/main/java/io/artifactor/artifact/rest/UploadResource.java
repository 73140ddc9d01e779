package io.artifactor.artifact.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.artifact.ArtifactDraft;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ArtifactProposal;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.artifact.FileNames;
import io.artifactor.artifact.Placement;
import io.artifactor.artifact.Source;
import io.artifactor.artifact.Trash;
import io.artifactor.artifact.Uploads;
import io.artifactor.identity.Caller;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.StoredBlob;
import io.artifactor.web.DigestHeaders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Adds artifacts from files of any type and size up to the limit. */
@Path("/artifacts/upload")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class UploadResource {

    private static final Set<String> FIELDS =
            Set.of(
                    "title",
                    "description",
                    "fileName",
                    "kind",
                    "language",
                    "workspaceId",
                    "folderId",
                    "categoryId",
                    "visibility");
    private static final int MAX_FIELD = 128 * 1024;
    private static final int MAX_PARTS = 20;

    @Inject private CurrentCaller caller;
    @Inject private ArtifactLibrary library;
    @Inject private Uploads uploads;
    @Inject private Trash trash;
    @Inject private IncomingBody incoming;

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "uploadArtifact",
            summary = "Add an artifact from a file",
            description =
                    "The body is the file itself, of any type, or a form (`multipart/form-data`)"
                            + " with the part `file` and any of the query parameters but"
                            + " `restore` and `tag` as fields."
                            + " `Repr-Digest` or `Content-Digest` with `sha-256`, on the request or"
                            + " the part, is checked.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema =
                                @Schema(
                                        type =
                                                org.eclipse.microprofile.openapi.annotations.enums
                                                        .SchemaType.STRING,
                                        format = "binary")),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = UploadForm.class))
            })
    @APIResponse(
            responseCode = "201",
            description = "Added; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same file was in the trash and is back, unless `restore=false`",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "400", description = "A field or the digest is not right")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(
            responseCode = "413",
            description = "Larger than this server accepts, or than there is room for")
    @APIResponse(responseCode = "422", description = "Malware was found in it")
    @APIResponse(responseCode = "507", description = "No space left to store it")
    public Response upload(@BeanParam UploadParameters parameters, InputStream body)
            throws IOException {
        Caller uploader = caller.get();
        InputStream checked = incoming.checked(body);
        Map<String, String> fields = new HashMap<>();
        ArtifactDraft draft =
                incoming.isForm() ? form(parameters, fields, checked) : raw(parameters, checked);
        Placement placement = parameters.placement(fields);
        if (parameters.mayRestore()) {
            Optional<ArtifactView> back = trash.bringBack(uploader, draft, placement);
            if (back.isPresent()) {
                return ArtifactAnswers.restored(back.get());
            }
        }
        return ArtifactAnswers.created(library.add(uploader, draft, placement));
    }

    private ArtifactDraft raw(UploadParameters parameters, InputStream body) {
        library.requireRoom(caller.get(), parameters.placement(Map.of()), incoming.leastLength());
        return uploads.draft(
                caller.get(),
                parameters.proposal(Map.of(), incoming.declaredType()),
                body,
                DigestHeaders.expected(incoming::header),
                Source.UPLOAD);
    }

    private ArtifactDraft form(
            UploadParameters parameters, Map<String, String> fields, InputStream body)
            throws IOException {
        if (DigestHeaders.expected(incoming::header).isPresent()) {
            throw Problem.invalid(
                    "Content-Digest", "of a form belongs to its part `file`, as a header there.");
        }
        // In which workspace it belongs may stand behind the file.
        library.requireRoom(caller.get(), incoming.leastLength());
        MultipartReader reader = new MultipartReader(body, incoming.boundary());
        Optional<StoredFile> file = Optional.empty();
        try {
            for (int i = 0; i < MAX_PARTS; i++) {
                Optional<MultipartPart> part = reader.next();
                if (part.isEmpty()) {
                    return draft(parameters, fields, file);
                }
                if (part.get().name().equals("file")) {
                    refuse(file.isPresent(), "file", "must stand in the form once.");
                    file = Optional.of(store(part.get()));
                } else {
                    addField(fields, part.get());
                }
            }
        } catch (IOException e) {
            throw new Problem(
                    ProblemCode.INVALID_INPUT,
                    "The form cannot be read: it broke off, or is not multipart/form-data.",
                    e);
        }
        throw Problem.invalid("body", "has more than " + MAX_PARTS + " parts.");
    }

    private ArtifactDraft draft(
            UploadParameters parameters, Map<String, String> fields, Optional<StoredFile> file) {
        StoredFile stored =
                file.orElseThrow(
                        () -> Problem.invalid("file", "is missing; the form needs this part."));
        stored.name().ifPresent(name -> fields.putIfAbsent("fileName", name));
        ArtifactProposal proposal = parameters.proposal(fields, stored.declaredType());
        return uploads.draft(proposal, stored.blob(), Source.UPLOAD);
    }

    private StoredFile store(MultipartPart part) {
        Optional<String> name = part.fileName().map(FileNames::lastStep);
        StoredBlob blob =
                uploads.store(
                        caller.get(),
                        part.content(),
                        DigestHeaders.expected(part::header),
                        name.orElse(""));
        return new StoredFile(blob, name, part.header("Content-Type"));
    }

    private static void addField(Map<String, String> fields, MultipartPart part)
            throws IOException {
        String name = part.name();
        refuse(!FIELDS.contains(name), name.isEmpty() ? "part" : name, "is not a known field.");
        byte[] bytes = part.content().readNBytes(MAX_FIELD + 1);
        refuse(bytes.length > MAX_FIELD, name, "is too long.");
        String before = fields.put(name, new String(bytes, UTF_8));
        refuse(before != null, name, "must stand in the form once.");
    }

    private static void refuse(boolean wrong, String field, String message) {
        if (wrong) {
            throw Problem.invalid(field, message);
        }
    }

    private record StoredFile(
            StoredBlob blob, Optional<String> name, @Nullable String declaredType) {}
}
