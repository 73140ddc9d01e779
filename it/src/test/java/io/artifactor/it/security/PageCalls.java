package io.artifactor.it.security;

import java.util.List;
import java.util.Map;

/** What is served outside of the interface that is described. */
final class PageCalls {

    private PageCalls() {}

    static void in(Calls calls) {
        for (String page :
                List.of(
                        "/",
                        "/index.html",
                        "/style.css",
                        "/who.js",
                        "/sign-in/",
                        "/sign-in/sign-in.js",
                        "/post.js",
                        "/again.js",
                        "/password/",
                        "/password/password.js",
                        "/reset-password/",
                        "/reset-password/reset-password.js",
                        "/share/page.css",
                        "/share/page.html",
                        "/share/page.js",
                        "/error",
                        "/WEB-INF/web.xml",
                        "/sso/oidc",
                        "/sso/saml",
                        "/sso/out",
                        "/sso/failed",
                        "/ibm/saml20/saml",
                        "/oidcclient/redirect/oidc",
                        "/health",
                        "/health/live",
                        "/health/ready",
                        "/health/started",
                        "/openapi",
                        "/metrics")) {
            calls.addPage("GET " + page, (call, its) -> call);
        }
        calls.addPage(
                "POST /api/artifacts/sync",
                (call, its) -> call.json(Map.of("artifacts", List.of())));
        calls.addPage(
                "POST /api/artifacts/process",
                (call, its) -> call.json(Map.of("artifacts", List.of())));
    }
}
