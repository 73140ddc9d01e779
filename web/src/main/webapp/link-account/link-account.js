"use strict";

const confirmation = document.getElementById("confirm");
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";

// The link is neither left in the address nor in the history.
history.replaceState(null, "", location.pathname);

// Only the button links: what looks through mail follows links by itself.
confirmation.addEventListener("submit", async event => {
    event.preventDefault();
    if (await post("auth/realm-links/redeem", { token }) !== null) {
        const said = document.getElementById("said");
        said.textContent = "Done. Sign in again, the same way as before.";
        said.hidden = false;
        confirmation.hidden = true;
    }
});
