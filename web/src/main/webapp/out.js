"use strict";

const OUT = "/sso/out";

// A link that ends the sign-in, here and at the realm it came through.
function signOutLink() {
    const out = document.createElement("a");
    out.href = OUT;
    out.id = "sign-out";
    out.textContent = "Sign out";
    out.addEventListener("click", async event => {
        event.preventDefault();
        await fetch("/api/v1/auth/logout", { method: "POST" });
        location.assign(OUT);
    });
    return out;
}
