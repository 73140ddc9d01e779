"use strict";

const form = document.getElementById("form");
mustBeTypedTwice(form);
document.getElementById("out").append(signOutLink());

(async () => {
    const answer = await fetch("/api/v1/auth/me");
    if (answer.status === 401) {
        location.replace("/sign-in/");
    } else if (answer.ok) {
        document.getElementById("required").hidden = !(await answer.json()).passwordChangeRequired;
    }
})();

form.addEventListener("submit", async event => {
    event.preventDefault();
    if (await post("auth/password", Object.fromEntries(new FormData(form))) !== null) {
        location.assign("/");
    }
});
