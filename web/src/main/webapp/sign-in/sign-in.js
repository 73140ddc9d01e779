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
let keyRequest = null;

// Name and password stay in the form, and go with the second factor once more.
function askForFactor({ kinds, keyRequest: request }) {
    document.getElementById("first").hidden = true;
    document.getElementById("instead").hidden = false;
    if (request === undefined || !keysWork()) {
        askForCode(kinds.includes("codes"));
        return;
    }
    document.getElementById("send").hidden = true;
    document.getElementById("key").hidden = false;
    document.getElementById("codes").hidden = !kinds.includes("codes");
    document.getElementById("lost").textContent = "Not at hand?";
    keyRequest = request;
    useKey();
}

function askForCode(ofApp) {
    document.getElementById("key").hidden = true;
    document.getElementById("send").hidden = false;
    document.getElementById("second").hidden = false;
    document.getElementById("kind").textContent = ofApp ? "One-time code of your app" : "Recovery code";
    document.getElementById("instead").hidden = !ofApp;
    code.inputMode = ofApp ? "numeric" : "text";
    code.disabled = false;
    code.focus();
}

// What a key signs is good once: after a refusal there is something else to sign.
async function useKey() {
    if (keyRequest === null) {
        await signIn({});
        return;
    }
    const key = await askKey(keyRequest);
    if (key !== null) {
        keyRequest = null;
        await signIn({ key });
    }
}

async function signIn(factor) {
    const form = new FormData(document.getElementById("form"));
    const body = { ...Object.fromEntries(form), ...factor };
    // By this the server knows the device; it opens nothing.
    const device = localStorage.getItem(DEVICE);
    if (device !== null) {
        body.deviceToken = device;
    }
    const session = await post("auth/browser", body, { "second-factor-required": askForFactor });
    if (session !== null) {
        localStorage.setItem(DEVICE, session.deviceToken);
        location.assign(session.passwordChangeRequired ? "/password/" : "/");
    } else {
        code.value = "";
    }
}

document.getElementById("use-key").addEventListener("click", useKey);
document.getElementById("use-code").addEventListener("click", () => askForCode(true));
document.getElementById("recovery").addEventListener("click", () => askForCode(false));
document.getElementById("form").addEventListener("submit", event => {
    event.preventDefault();
    signIn({});
});
