"use strict";

// The secret stands in the address of this page and goes nowhere but to the interface beside it.
const secret = location.pathname.split("/").pop();
const shared = new URL(`../api/v1/share/${encodeURIComponent(secret)}`, location.href).pathname;
const part = (id) => document.getElementById(id);
let ticket = null;

function show(...ids) {
    for (const id of ["wait", "lock", "shared", "message"]) {
        part(id).hidden = !ids.includes(id);
    }
}

function say(text, ...besides) {
    part("message").textContent = text;
    show("message", ...besides);
}

function headers() {
    return ticket === null ? {} : { "Share-Ticket": ticket };
}

// What the server says about it; links that are over end the page, everything else leaves it usable.
async function refusal(answer, ...besides) {
    let detail = "The server could not answer. Please try again later.";
    try {
        detail = (await answer.json()).detail;
    } catch {
        // No document: a proxy between us.
    }
    if (answer.status === 404 || answer.status === 410) {
        say(detail);
    } else {
        say(detail, ...besides);
    }
}

function readableSize(bytes) {
    const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
    let size = bytes;
    let unit = 0;
    while (size >= 1000 && unit < units.length - 1) {
        size /= 1000;
        unit++;
    }
    return new Intl.NumberFormat(undefined, {
        style: "unit", unit: units[unit], unitDisplay: unit === 0 ? "long" : "short", maximumFractionDigits: unit === 0 ? 0 : 1,
    }).format(size);
}

function present(found) {
    part("title").textContent = found.title;
    part("kind").textContent = found.kind;
    part("size").textContent = readableSize(found.size);
    part("version").textContent = found.version;
    part("end").textContent = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" })
        .format(new Date(found.expiresAt));
    document.title = found.title;
    // Without a password the browser downloads by itself, however much it is.
    part("open").href = `${shared}/content`;
    part("open").hidden = ticket !== null;
    part("fetch").hidden = ticket === null;
    show("shared");
}

async function look() {
    const answer = await fetch(shared, { headers: headers(), cache: "no-store" });
    if (!answer.ok) {
        await refusal(answer);
        return;
    }
    const found = await answer.json();
    if (found.passwordNeeded) {
        show("lock");
        part("password").focus();
    } else {
        present(found);
    }
}

async function unlock() {
    const answer = await fetch(`${shared}/unlock`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ password: part("password").value }),
    });
    part("password").value = "";
    if (!answer.ok) {
        await refusal(answer, "lock");
        part("password").focus();
        return;
    }
    ticket = (await answer.json()).ticket;
    await look();
}

function nameIn(disposition) {
    const name = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? "");
    return name === null ? "download" : decodeURIComponent(name[1]);
}

async function download() {
    const answer = await fetch(`${shared}/content`, { headers: headers(), cache: "no-store" });
    if (answer.status === 403) {
        ticket = null;
        say("Please give the password once more.", "lock");
        return;
    }
    if (!answer.ok) {
        await refusal(answer, "shared");
        return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = nameIn(answer.headers.get("Content-Disposition"));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    show("shared");
}

async function busy(button, work) {
    button.disabled = true;
    try {
        await work();
    } catch {
        say("The server does not answer. Please try again later.", ...["lock", "shared"].filter((id) => !part(id).hidden));
    } finally {
        button.disabled = false;
    }
}

part("lock").addEventListener("submit", (event) => {
    event.preventDefault();
    busy(part("lock").querySelector("button"), unlock);
});
part("fetch").addEventListener("click", () => busy(part("fetch"), download));
busy(part("fetch"), look);
