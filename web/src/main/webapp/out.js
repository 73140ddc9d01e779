"use strict";

const OUT = "/sso/out";

// Ends the sign-in, here and at the realm it came through.
async function signOut() {
    await fetch("/api/v1/auth/logout", { method: "POST" });
    location.assign(OUT);
}

function signOutLink() {
    const out = document.createElement("a");
    out.href = OUT;
    out.id = "sign-out";
    out.textContent = "Sign out";
    out.addEventListener("click", event => {
        event.preventDefault();
        signOut();
    });
    return out;
}
