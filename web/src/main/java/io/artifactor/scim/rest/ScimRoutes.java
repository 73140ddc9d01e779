package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.identity.Caller;
import io.artifactor.identity.PublicUrl;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.scim.ScimDocument;
import io.artifactor.scim.ScimGroups;
import io.artifactor.scim.ScimPage;
import io.artifactor.scim.ScimUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Which request does what. */
@ApplicationScoped
class ScimRoutes {

    private static final Set<String> NOT_OFFERED = Set.of("Bulk", "Me", ".search");

    @Inject private ScimUsers users;
    @Inject private ScimGroups groups;
    @Inject private PublicUrl publicUrl;

    ScimAnswer answer(Caller caller, ScimRequest request) throws IOException {
        String kind = request.kind();
        if (Discovery.knows(kind) && request.path().size() <= 2) {
            requireMethod(request, "GET");
            return ScimAnswer.of(200, Discovery.document(kind, request.name(), root()));
        }
        if (NOT_OFFERED.contains(kind) || request.name().filter(".search"::equals).isPresent()) {
            ScimAnswer answer =
                    ScimAnswer.of(
                            new Problem(
                                    ProblemCode.INVALID_INPUT,
                                    "This part of SCIM is not offered; ServiceProviderConfig says"
                                            + " what is."));
            return new ScimAnswer(501, answer.document().put("status", "501"), answer.headers());
        }
        Optional<Resources> resources = resources(kind);
        if (resources.isEmpty() || request.path().size() > 2) {
            throw new Problem(ProblemCode.NOT_FOUND, "There is nothing here.");
        }
        return request.name().isPresent()
                ? one(caller, request, resources.get())
                : all(caller, request, resources.get());
    }

    private Optional<Resources> resources(String kind) {
        return switch (kind) {
            case "Users" -> Optional.of(new Resources("User", users));
            case "Groups" -> Optional.of(new Resources("Group", groups));
            default -> Optional.empty();
        };
    }

    private ScimAnswer all(Caller caller, ScimRequest request, Resources resources)
            throws IOException {
        if (request.method().equals("POST")) {
            ScimDocument made = resources.door().create(caller, request.body());
            return shown(201, made, request, resources).with("Location", location(made, resources));
        }
        requireMethod(request, "GET, POST");
        ScimPage page = resources.door().search(caller, request.query());
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        page.documents().forEach(each -> shown.add(document(each, request, resources)));
        return ScimAnswer.of(200, Lists.of(page.total(), page.startIndex(), shown));
    }

    private ScimAnswer one(Caller caller, ScimRequest request, Resources resources)
            throws IOException {
        return switch (request.method()) {
            case "PUT" -> {
                JsonNode body = request.body();
                yield shown(
                        200,
                        resources.door().replace(caller, request.id(), request.expected(), body),
                        request,
                        resources);
            }
            case "PATCH" -> {
                JsonNode body = request.body();
                yield shown(
                        200,
                        resources.door().patch(caller, request.id(), request.expected(), body),
                        request,
                        resources);
            }
            case "DELETE" -> {
                resources.door().remove(caller, request.id(), request.expected());
                yield ScimAnswer.empty(204);
            }
            default -> {
                requireMethod(request, "GET, PUT, PATCH, DELETE");
                ScimDocument found =
                        resources.door().get(caller, request.id(), request.projection()::shows);
                yield request.knows(found.tag())
                        ? ScimAnswer.empty(304).with("ETag", tag(found))
                        : shown(200, found, request, resources);
            }
        };
    }

    /** What is left to be read is. */
    private static void requireMethod(ScimRequest request, String allowed) {
        if (!request.method().equals("GET")) {
            throw new Problem(
                    ProblemCode.METHOD_NOT_ALLOWED, "Here these are taken: " + allowed + ".");
        }
    }

    private ScimAnswer shown(
            int status, ScimDocument document, ScimRequest request, Resources resources) {
        return ScimAnswer.of(status, document(document, request, resources))
                .with("ETag", tag(document));
    }

    private ObjectNode document(ScimDocument found, ScimRequest request, Resources resources) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("schemas").add(resources.schema());
        document.setAll(found.content());
        document.putObject("meta")
                .put("resourceType", resources.type())
                .put("created", found.created().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("lastModified", found.lastModified().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("location", location(found, resources))
                .put("version", tag(found));
        request.projection().applyTo(document);
        return document;
    }

    private String location(ScimDocument document, Resources resources) {
        return root() + "/" + resources.type() + "s/" + document.id();
    }

    private String root() {
        return publicUrl.of("/scim/v2");
    }

    private static String tag(ScimDocument document) {
        return "W/\"" + document.tag() + "\"";
    }
}
