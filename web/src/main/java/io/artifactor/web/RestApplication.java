package io.artifactor.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The REST interface, version 1. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Artifactor",
                        version = "1",
                        description =
                                "The library of what AI chats and tools produce: artifacts with"
                                        + " every version, the conversations they came from, imports"
                                        + " and search. Errors are RFC 9457 problem documents.",
                        license =
                                @License(
                                        name = "EPL-2.0",
                                        url = "https://www.eclipse.org/legal/epl-2.0/")),
        // Whatever proxy stands before it, the interface is where its description is.
        servers = @Server(url = "/"),
        security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "browser")})
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An access token from /auth/login, or a personal access token (art_…).")
@SecurityScheme(
        securitySchemeName = "browser",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "artifactor",
        description =
                "A browser's sign-in, from /auth/browser or a realm; over TLS the cookie is named"
                        + " __Host-artifactor. What changes anything must come from a page of this"
                        + " server.")
public class RestApplication extends Application {}
