"use strict";

const ask = document.getElementById("ask");
const choose = document.getElementById("choose");
const token = new URLSearchParams(location.hash.slice(1)).get("token");

// The link is neither left in the address nor in the history.
history.replaceState(null, "", location.pathname);
(token === null ? ask : choose).hidden = false;
mustBeTypedTwice(choose);

function done(form, text) {
    const said = document.getElementById("said");
    said.textContent = text;
    said.hidden = false;
    form.hidden = true;
}

ask.addEventListener("submit", async event => {
    event.preventDefault();
    if (await post("auth/password-resets", Object.fromEntries(new FormData(ask))) !== null) {
        done(ask, "If there is such an account and we know its e-mail address, a link is on its way. It is good for half an hour.");
    }
});

choose.addEventListener("submit", async event => {
    event.preventDefault();
    const { newPassword } = Object.fromEntries(new FormData(choose));
    if (await post("auth/password-resets/redeem", { token, newPassword }) !== null) {
        done(choose, "Your password is changed, and you are signed out everywhere.");
    }
});
