"use strict";

const FIELDS = {
    currentPassword: "The current password",
    newPassword: "The new password",
    token: "The link",
    login: "The name or address",
    password: "The password",
    code: "The code",
    key: "The security key",
    name: "The name",
    scopes: "What it may do",
    expiresAt: "The end",
};

// Sends what a form holds. Answers what came back, or null after saying in #refusal why it failed, unless that was expected.
function post(path, body = {}, expected = {}) {
    return send("POST", path, body, expected);
}

async function send(method, path, body, expected) {
    const refusal = document.getElementById("refusal");
    refusal.textContent = "";
    try {
        const answer = await fetch(`/api/v1/${path}`, {
            method,
            headers: { "Content-Type": "application/json" },
            body: method === "POST" ? JSON.stringify(body) : undefined,
        });
        const said = answer.status === 204 ? {} : await answer.json();
        if (answer.ok) {
            return said;
        }
        if (said.code in expected) {
            expected[said.code](said);
            return null;
        }
        refusal.textContent = said.errors?.length
            ? said.errors.map(({ field, message }) => `${FIELDS[field] ?? field} ${message}`).join(" ")
            : said.detail;
    } catch {
        refusal.textContent = "The server does not answer. Try again in a moment.";
    }
    return null;
}
