"use strict";

// The secret of a link stays in this tab until somebody is signed in who takes it up.
const SECRET = "invitation";
const AFTER_SIGN_IN = "after-sign-in";

const sent = new URLSearchParams(location.hash.slice(1)).get("token");
if (sent !== null) {
    sessionStorage.setItem(SECRET, sent);
}
// The link is neither left in the address nor in the history.
history.replaceState(null, "", location.pathname);

function say(text) {
    const said = document.getElementById("said");
    said.textContent = text;
    said.hidden = false;
}

function button(text, act) {
    const made = document.createElement("button");
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
}

function shown(invitation) {
    const place = document.createElement("section");
    const text = document.createElement("p");
    text.textContent = `${invitation.invitedBy} invites you into ${invitation.workspaceName} as ${invitation.role}.`;
    const answer = async (how, then) => {
        if (await post(`invitations/${invitation.id}/${how}`) !== null) {
            place.remove();
            say(then);
        }
    };
    place.append(
        text,
        button("Accept", () => answer("accept", `You are in ${invitation.workspaceName} now.`)),
        button("Decline", () => answer("decline", "The invitation is declined.")),
    );
    return place;
}

(async () => {
    const answer = await fetch("/api/v1/invitations");
    if (answer.status === 401) {
        sessionStorage.setItem(AFTER_SIGN_IN, location.pathname);
        document.getElementById("stranger").hidden = false;
        return;
    }
    document.getElementById("out").append(" · ", signOutLink());
    let { items } = await answer.json();
    const token = sessionStorage.getItem(SECRET);
    if (token !== null) {
        sessionStorage.removeItem(SECRET);
        const taken = await post("invitations/redeem", { token });
        if (taken !== null) {
            items = [taken, ...items.filter(({ workspaceId }) => workspaceId !== taken.workspaceId)];
        }
    } else if (items.length === 0) {
        say("You have no open invitation.");
    }
    document.getElementById("open").replaceChildren(...items.map(shown));
})();
