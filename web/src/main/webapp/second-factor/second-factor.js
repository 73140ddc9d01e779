"use strict";

const place = id => document.getElementById(id);
const PARTS = ["again", "keys", "begin", "setup", "codes", "manage"];

const askAgain = confirmation(() => show("again"), showState);

function show(...shown) {
    PARTS.forEach(part => { place(part).hidden = !shown.includes(part); });
}

place("out").append(signOutLink());

async function showState() {
    const answer = await fetch("/api/v1/auth/second-factor");
    if (answer.status === 401) {
        location.replace("/sign-in/");
        return;
    }
    const state = await answer.json();
    if (!answer.ok) {
        place("refusal").textContent = state.detail;
        return;
    }
    takeFactor(state);
    place("required").hidden = !state.required || Boolean(state.activeSince);
    place("status").textContent = state.activeSince
        ? `Your account has one since ${new Date(state.activeSince).toLocaleDateString()}. Recovery codes left: ${state.recoveryCodesLeft}.`
        : "Your account has no second factor.";
    place("removal").hidden = !state.codes;
    place("another").hidden = !state.codes;
    await showKeys(state);
    show(...["keys", state.codes ? "" : "begin", state.activeSince ? "manage" : ""]);
}

async function showKeys(state) {
    const keys = state.keys > 0 ? (await (await fetch("/api/v1/auth/security-keys")).json()).items : [];
    place("no-keys").hidden = keys.length > 0;
    place("add").hidden = !keysWork();
    place("list-of-keys").replaceChildren(...keys.map(key => {
        const item = document.createElement("li");
        const used = key.lastUsedAt ? `last used ${new Date(key.lastUsedAt).toLocaleDateString()}` : "not used yet";
        item.textContent = `${key.name}, added ${new Date(key.addedAt).toLocaleDateString()}, ${used}. `;
        const remove = document.createElement("button");
        remove.className = "link";
        remove.type = "button";
        remove.textContent = "Remove";
        remove.setAttribute("aria-label", `Remove ${key.name}`);
        remove.addEventListener("click", () => removeKey(key.id));
        item.append(remove);
        return item;
    }));
}

async function addKey() {
    const offer = await post("auth/security-keys", {}, askAgain(addKey));
    const made = offer && await makeKey(offer);
    if (!made) {
        return;
    }
    const name = place("add").elements.namedItem("name").value;
    const added = await post("auth/security-keys/registration", { name, ...made }, askAgain(addKey));
    if (added === null) {
        return;
    }
    place("add").reset();
    if (added.recoveryCodes.length > 0) {
        showCodes(added.recoveryCodes, "From now on signing in takes your security key. Your other sign-ins have ended.");
    } else {
        await showState();
    }
}

async function removeKey(id) {
    if (await send("DELETE", `auth/security-keys/${id}`, {}, askAgain(() => removeKey(id))) !== null) {
        await showState();
    }
}

place("add").addEventListener("submit", event => {
    event.preventDefault();
    addKey();
});

// Nothing of the picture but its shapes comes into the page: it is no text of a page, but a document of its own.
function showPicture(svg) {
    const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    place("qr").replaceChildren(document.adoptNode(picture));
}

function showCodes(codes, status) {
    const text = codes.join("\n");
    place("list").textContent = text;
    place("download").href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    place("required").hidden = true;
    place("status").textContent = status;
    show("codes");
}

place("begin").addEventListener("submit", async event => {
    event.preventDefault();
    const proof = await proofOf(event.target);
    const draft = proof && await post("auth/second-factor", proof);
    if (draft) {
        event.target.reset();
        showPicture(draft.qr);
        place("open").href = draft.uri;
        place("secret").textContent = draft.secret.replace(/(.{4})(?=.)/g, "$1 ");
        show("setup");
        place("confirm").elements.namedItem("code").focus();
    }
});

place("confirm").addEventListener("submit", async event => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.target));
    const answer = await post("auth/second-factor/confirmation", body);
    event.target.reset();
    if (answer === null) {
        return;
    }
    if (answer.recoveryCodes.length > 0) {
        showCodes(answer.recoveryCodes, "From now on signing in takes a one-time code. Your other sign-ins have ended.");
    } else {
        await showState();
    }
});

place("manage").addEventListener("submit", async event => {
    event.preventDefault();
    const act = event.submitter.value;
    const proof = await proofOf(event.target);
    const answer = proof && await post(`auth/second-factor/${act}`, proof);
    event.target.elements.namedItem("code").value = "";
    if (!answer) {
        return;
    }
    event.target.reset();
    if (act === "removal") {
        await showState();
    } else {
        showCodes(answer.recoveryCodes, "The recovery codes before are void.");
    }
});

copies(place("copy"), place("list"));

showState();
