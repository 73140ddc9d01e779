"use strict";

const REFUSALS = {
    "conflict": "Somebody here has your name or your address already. Ask an administrator to link your account.",
    "offered": "Somebody here has your name or your address already. If it is you, and your address is confirmed here, a link is on its way to it: open it within half an hour. Otherwise ask an administrator to link your account.",
    "unauthenticated": "Your account is deactivated.",
    "unasked": "You were sent here, and are not signed in. If you want to be, press the button.",
    "realm": "The sign-in did not succeed. Try again, or ask an administrator.",
};
const DEVICE = "device";

const refused = new URLSearchParams(location.search).get("refused");
if (refused !== null) {
    document.getElementById("refusal").textContent = REFUSALS[refused] ?? REFUSALS.realm;
}

// Only a press of the button begins a sign-in elsewhere: whoever comes back from there without is not let in.
async function begin(realm) {
    try {
        const begun = await fetch("/sso/begin", { method: "POST", body: new URLSearchParams({ realm: realm.realm }) });
        if (begun.ok) {
            location.assign(realm.location);
            return;
        }
    } catch {
        // It is said below.
    }
    document.getElementById("refusal").textContent = REFUSALS.realm;
}

// A button for each realm that takes name and password elsewhere.
(async () => {
    const answer = await fetch("/api/v1/auth/realms");
    if (!answer.ok) {
        return;
    }
    const buttons = (await answer.json()).items
        .filter(realm => realm.location)
        .map(realm => {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "button";
            button.dataset.realm = realm.realm;
            button.textContent = realm.label;
            button.addEventListener("click", () => begin(realm));
            return button;
        });
    document.getElementById("realms").replaceChildren(...buttons);
})();

const code = document.getElementById("code");

// Name and password stay in the form, and go with the code once more.
function askForCode() {
    document.getElementById("first").hidden = true;
    document.getElementById("second").hidden = false;
    document.getElementById("instead").hidden = false;
    code.disabled = false;
    code.focus();
}

document.getElementById("recovery").addEventListener("click", () => {
    document.getElementById("kind").textContent = "Recovery code";
    document.getElementById("instead").hidden = true;
    code.inputMode = "text";
    code.focus();
});

document.getElementById("form").addEventListener("submit", async event => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.target));
    // By this the server knows the device; it opens nothing.
    const device = localStorage.getItem(DEVICE);
    if (device !== null) {
        body.deviceToken = device;
    }
    const session = await post("auth/browser", body, { "second-factor-required": askForCode });
    if (session !== null) {
        localStorage.setItem(DEVICE, session.deviceToken);
        location.assign(session.passwordChangeRequired ? "/password/" : "/");
    } else {
        code.value = "";
    }
});
