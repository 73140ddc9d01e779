package io.artifactor.it.security;

import java.util.List;
import java.util.Map;

/** What is served outside of the interface that is described. */
final class PageCalls {

    private static final List<String> READ =
            List.of(
                    "/",
                    "/index.html",
                    "/style.css",
                    "/who.js",
                    "/out.js",
                    "/sign-in/",
                    "/sign-in/sign-in.js",
                    "/post.js",
                    "/keys.js",
                    "/again.js",
                    "/proof.js",
                    "/copy.js",
                    "/password/",
                    "/password/password.js",
                    "/second-factor/",
                    "/second-factor/second-factor.js",
                    "/sign-ins/",
                    "/sign-ins/sign-ins.js",
                    "/invitation/",
                    "/invitation/invitation.js",
                    "/reset-password/",
                    "/reset-password/reset-password.js",
                    "/link-account/",
                    "/link-account/link-account.js",
                    "/share/page.css",
                    "/share/page.html",
                    "/share/page.js",
                    "/error",
                    "/WEB-INF/web.xml",
                    "/sso/oidc",
                    "/sso/oidcclient/redirect/oidc",
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
                    "/metrics",
                    "/scim/v2/*",
                    "/scim/v2/ServiceProviderConfig",
                    "/scim/v2/ResourceTypes",
                    "/scim/v2/Schemas",
                    "/scim/v2/Users",
                    "/scim/v2/Groups");

    private PageCalls() {}

    static void in(Calls calls) {
        for (String page : READ) {
            calls.addPage("GET " + page, (call, its) -> call);
        }
        calls.addPage("POST /sso/out", (call, its) -> call);
        calls.addPage("POST /sso/begin", (call, its) -> call);
        calls.addPage("POST /sso/backchannel-logout", (call, its) -> call);
        calls.addPage(
                "POST /api/artifacts/sync",
                (call, its) -> call.json(Map.of("artifacts", List.of())));
        calls.addPage(
                "POST /api/artifacts/process",
                (call, its) -> call.json(Map.of("artifacts", List.of())));
        provisioning(calls);
    }

    /** Only a token made for it opens these, which is nobody's in the table. */
    private static void provisioning(Calls calls) {
        for (String kind : List.of("Users", "Groups")) {
            String all = "/scim/v2/" + kind;
            String one = all + "/{id}";
            Map<String, String> document = Map.of("displayName", "told of");
            calls.addPage("POST " + all, (call, its) -> call.json(document));
            calls.addPage("GET " + one, (call, its) -> call.at(its.account()));
            calls.addPage("PUT " + one, (call, its) -> call.at(its.account()).json(document));
            calls.addPage("PATCH " + one, (call, its) -> call.at(its.account()).json(document));
            calls.addPage("DELETE " + one, (call, its) -> call.at(its.account()));
        }
    }
}
