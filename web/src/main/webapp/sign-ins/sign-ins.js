"use strict";

const place = id => document.getElementById(id);
const PORTION = 10;
const DAY = 24 * 60 * 60 * 1000;
const UNKNOWN = "Unknown device";

place("out").append(signOutLink());

function show(part) {
    ["again", "lists"].forEach(id => { place(id).hidden = id !== part; });
}

// Who is not signed in, or not any more, signs in and comes back.
function toSignIn() {
    sessionStorage.setItem("after-sign-in", location.pathname);
    location.replace("/sign-in/");
}

function get(path) {
    return send("GET", path, {}, { unauthenticated: toSignIn });
}

const askAgain = confirmation(
    async () => {
        const told = await get("auth/second-factor");
        if (told !== null) {
            takeFactor(told);
            show("again");
        }
    },
    () => show("lists"));

// Whether it is gone; perhaps it was ended elsewhere meanwhile.
async function remove(path, act) {
    let gone = false;
    const answer = await send("DELETE", path, {}, {
        ...askAgain(act),
        unauthenticated: toSignIn,
        "not-found": () => { gone = true; },
    });
    return gone || answer !== null;
}

function press(button, act) {
    button.addEventListener("click", () => once(() => {
        place("status").textContent = "";
        return act();
    }));
}

// The button that was pressed is gone with what it ended; the keyboard goes on from its list.
function tell(text, title) {
    place("status").textContent = text;
    place(title).focus({ preventScroll: true });
}

// A list that shows more of itself by and by. What comes from the server becomes text and nothing else.
function list(id, entry) {
    const items = place(id);
    const more = place(`more-${id}`);
    let all = [];
    let shown = PORTION;
    const draw = () => {
        items.replaceChildren(...all.slice(0, shown).map(entry));
        place(`no-${id}`).hidden = all.length > 0;
        more.hidden = all.length <= shown;
    };
    more.addEventListener("click", () => {
        const next = shown;
        shown += PORTION;
        draw();
        items.children[next].focus();
    });
    return told => {
        all = told;
        draw();
    };
}

function element(kind, ...children) {
    const made = document.createElement(kind);
    made.append(...children);
    return made;
}

function time(instant) {
    const shown = element("time", new Date(instant)
        .toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" }));
    shown.dateTime = instant;
    return shown;
}

function entry(name, mark, facts, { text, label, act }) {
    const title = element("p", element("strong", name));
    if (mark) {
        title.append(" ", element("span", mark));
        title.lastChild.className = "mark";
    }
    const told = element("dl", ...Object.entries(facts)
        .filter(([, value]) => value)
        .map(([fact, value]) => element("div", element("dt", fact), " ", element("dd", value))));
    const button = element("button", text);
    button.className = "link";
    button.type = "button";
    button.setAttribute("aria-label", label);
    press(button, act);
    const item = element("li", title, told, button);
    item.tabIndex = -1;
    return item;
}

const drawSessions = list("sessions", session => {
    const device = session.device ?? UNKNOWN;
    const begun = time(session.startedAt);
    const facts = {
        "Address": session.address,
        "Begun": begun,
        "Last used": time(session.lastUsedAt),
        "Ends": time(session.expiresAt),
    };
    return session.current
        ? entry(device, "this one", facts, { text: "Sign out", label: "Sign out here", act: endThis })
        : entry(device, "", facts, {
            text: "End",
            label: `End ${device}, begun ${begun.textContent}`,
            act: () => endSession(session.id, device),
        });
});

const drawDevices = list("devices", ({ id, name, address, firstSeenAt, lastSeenAt }) => {
    const device = name ?? UNKNOWN;
    const seen = time(lastSeenAt);
    const facts = { "Address": address, "First seen": time(firstSeenAt), "Last seen": seen };
    return entry(device, "", facts, {
        text: "Forget",
        label: `Forget ${device}, last seen ${seen.textContent}`,
        act: () => forget(id, device),
    });
});

const drawTokens = list("tokens", ({ id, name, prefix, scopes, createdAt, lastUsedAt, expiresAt }) => {
    const facts = {
        "May": scopes.join(", "),
        "Begins with": element("code", prefix),
        "Made": time(createdAt),
        "Last used": lastUsedAt ? time(lastUsedAt) : "never",
        [expiresAt && Date.parse(expiresAt) < Date.now() ? "Ended" : "Ends"]: expiresAt ? time(expiresAt) : "never",
    };
    return entry(name, "", facts, { text: "Revoke", label: `Revoke ${name}`, act: () => revoke(id, name) });
});

async function showSessions() {
    const told = await get("auth/sessions");
    if (told !== null) {
        drawSessions(told.items);
        place("end-others").hidden = told.items.every(({ current }) => current);
    }
    return told;
}

async function showDevices() {
    const told = await get("auth/devices");
    if (told !== null) {
        drawDevices(told.items);
    }
    return told;
}

async function showTokens() {
    const told = await get("auth/tokens");
    if (told !== null) {
        drawTokens(told.items);
    }
    return told;
}

async function showChoices() {
    const me = await get("auth/me");
    if (me !== null) {
        place("choice-scim").hidden = !me.roles.includes("admin");
        place("choice-admin").hidden = !me.roles.some(role => role !== "user");
    }
    return me;
}

async function showAll() {
    const told = await Promise.all([showSessions(), showDevices(), showTokens(), showChoices()]);
    if (!told.includes(null)) {
        show("lists");
    }
}

// The page it leads to ends it at the realm it came through, too.
async function endThis() {
    const leave = () => location.assign(OUT);
    if (await post("auth/logout", {}, { unauthenticated: leave }) !== null) {
        leave();
    }
}

async function endSession(id, device) {
    if (await remove(`auth/sessions/${id}`, () => endSession(id, device)) && await showSessions()) {
        tell(`${device} is signed out.`, "title-of-sessions");
    }
}

async function endOthers() {
    if (await remove("auth/sessions", endOthers) && await showSessions()) {
        tell("All other sign-ins have ended.", "title-of-sessions");
    }
}

async function forget(id, device) {
    if (await remove(`auth/devices/${id}`, () => forget(id, device)) && await showDevices()) {
        tell(`${device} is forgotten.`, "title-of-devices");
    }
}

async function revoke(id, name) {
    if (await remove(`auth/tokens/${id}`, () => revoke(id, name)) && await showTokens()) {
        tell(`${name} is revoked.`, "title-of-tokens");
    }
}

async function make() {
    const wanted = new FormData(place("make"));
    const days = Number(wanted.get("days"));
    const made = await post("auth/tokens", {
        name: wanted.get("name"),
        scopes: wanted.getAll("scopes"),
        expiresAt: days > 0 ? new Date(Date.now() + days * DAY).toISOString() : undefined,
    }, { ...askAgain(make), unauthenticated: toSignIn });
    if (made === null) {
        return;
    }
    place("make").reset();
    place("title-of-made").textContent = `The token ${made.name}`;
    place("secret").textContent = made.token;
    place("copy").textContent = "Copy";
    place("made").hidden = false;
    place("title-of-made").focus();
    await showTokens();
}

function hideSecret() {
    place("secret").textContent = "";
    place("made").hidden = true;
}

copies(place("copy"), place("secret"));
press(place("end-others"), endOthers);
place("kept").addEventListener("click", () => {
    hideSecret();
    place("title-of-tokens").focus({ preventScroll: true });
});
place("not-now").addEventListener("click", () => {
    place("again").reset();
    place("refusal").textContent = "";
    show("lists");
});
place("make").addEventListener("submit", event => {
    event.preventDefault();
    once(() => {
        place("status").textContent = "";
        return make();
    });
});
// Browsers keep pages people leave as they are, to show them again by Back: no secret, and nothing that has changed meanwhile.
addEventListener("pagehide", hideSecret);
addEventListener("pageshow", showAll);
