"use strict";

// What the account has beside its password, as the server told last.
let factor = null;

function takeFactor(told) {
    factor = told;
    document.querySelectorAll(".factor").forEach(label => {
        label.hidden = !factor.activeSince;
        label.querySelector(".kind").textContent = factorWanted();
        label.querySelector("input").required = Boolean(factor.activeSince) && !usesKey();
    });
}

function usesKey() {
    return factor.keys > 0 && keysWork();
}

function factorWanted() {
    const code = factor.codes ? "One-time or recovery code" : "Recovery code";
    return usesKey() ? `${code}; leave it empty to use your security key` : code;
}

// What a form gives beside the password: its code, or what a key signs. Null if no key did.
async function proofOf(form) {
    const { password, code } = Object.fromEntries(new FormData(form));
    if (code || !factor.activeSince || !usesKey()) {
        return code ? { password, code } : { password };
    }
    const request = await post("auth/security-keys/challenge");
    const key = request && await askKey(request);
    return key && { password, key };
}

// What is pressed while something is under way does nothing.
let underWay = false;

async function once(act) {
    if (underWay) {
        return;
    }
    underWay = true;
    document.querySelector("main").setAttribute("aria-busy", "true");
    try {
        await act();
    } finally {
        underWay = false;
        document.querySelector("main").removeAttribute("aria-busy");
    }
}

// Some acts want the password again; they go on once it was given. What shows the form #again for it, and what
// shows the page after it, is the page's; what comes back tells post what to do where an act wants it.
function confirmation(ask, goOn) {
    const form = document.getElementById("again");
    let waiting = null;
    form.addEventListener("submit", event => {
        event.preventDefault();
        once(async () => {
            const proof = await proofOf(form);
            if (proof && await post("auth/confirmation", proof) !== null) {
                form.reset();
                await goOn();
                await waiting();
            }
        });
    });
    return act => ({
        "confirmation-required": async () => {
            waiting = act;
            await ask();
            form.elements.namedItem("password").focus();
        },
    });
}
