"use strict";

const FIELDS = {
    currentPassword: "The current password",
    newPassword: "The new password",
    token: "The link",
    login: "The name or address",
    password: "The password",
    code: "The code",
};

// Sends what a form holds. Answers what came back, or null after saying in #refusal why it failed, unless that was expected.
async function post(path, body = {}, expected = {}) {
    const refusal = document.getElementById("refusal");
    refusal.textContent = "";
    try {
        const answer = await fetch(`/api/v1/${path}`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(body),
        });
        const said = answer.status === 204 ? {} : await answer.json();
        if (answer.ok) {
            return said;
        }
        if (said.code in expected) {
            expected[said.code]();
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
