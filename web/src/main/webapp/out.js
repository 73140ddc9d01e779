"use strict";

// A link that ends the sign-in, here and at the realm it came through.
function signOutLink() {
    const out = document.createElement("a");
    out.href = "/sso/out";
    out.id = "sign-out";
    out.textContent = "Sign out";
    out.addEventListener("click", async event => {
        event.preventDefault();
        await fetch("/api/v1/auth/logout", { method: "POST" });
        location.assign(out.href);
    });
    return out;
}
