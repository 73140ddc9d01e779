"use strict";

const place = id => document.getElementById(id);
const PARTS = ["begin", "setup", "codes", "manage"];

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
    place("required").hidden = !state.required || Boolean(state.activeSince);
    place("status").textContent = state.activeSince
        ? `Your account has one since ${new Date(state.activeSince).toLocaleDateString()}. Recovery codes left: ${state.recoveryCodesLeft}.`
        : "Your account has no second factor.";
    show(state.activeSince ? "manage" : "begin");
}

// Nothing of the picture but its shapes comes into the page: it is no text of a page, but a document of its own.
function showPicture(svg) {
    const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    place("qr").replaceChildren(document.adoptNode(picture));
}

function showCodes(codes) {
    const text = codes.join("\n");
    place("list").textContent = text;
    place("download").href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    place("required").hidden = true;
    place("status").textContent = "From now on signing in takes a one-time code. Your other sign-ins have ended.";
    show("codes");
}

place("begin").addEventListener("submit", async event => {
    event.preventDefault();
    const draft = await post("auth/second-factor", Object.fromEntries(new FormData(event.target)));
    if (draft !== null) {
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
    if (answer !== null) {
        showCodes(answer.recoveryCodes);
    }
});

place("manage").addEventListener("submit", async event => {
    event.preventDefault();
    const act = event.submitter.value;
    const body = Object.fromEntries(new FormData(event.target));
    const answer = await post(`auth/second-factor/${act}`, body);
    event.target.elements.namedItem("code").value = "";
    if (answer === null) {
        return;
    }
    event.target.reset();
    if (act === "removal") {
        await showState();
    } else {
        showCodes(answer.recoveryCodes);
        place("status").textContent = "The recovery codes before are void.";
    }
});

place("copy").addEventListener("click", async () => {
    try {
        await navigator.clipboard.writeText(place("list").textContent);
        place("copy").textContent = "Copied";
    } catch {
        // Not over TLS, browsers give no clipboard.
        getSelection().selectAllChildren(place("list"));
    }
});

showState();
