"use strict";

// Browsers take bytes where the interface gives base64url.
function bytesOf(text) {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, letter => letter.charCodeAt(0));
}

function textOf(bytes) {
    const plain = String.fromCharCode(...new Uint8Array(bytes));
    return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function keysWork() {
    return window.PublicKeyCredential !== undefined;
}

function references(keys) {
    return keys.map(key => ({ ...key, id: bytesOf(key.id) }));
}

// What a key signed; null after saying in #refusal that none did.
async function askKey(request) {
    try {
        const { id, response } = await navigator.credentials.get({
            publicKey: {
                ...request,
                challenge: bytesOf(request.challenge),
                allowCredentials: references(request.allowCredentials),
            },
        });
        return {
            id,
            clientDataJSON: textOf(response.clientDataJSON),
            authenticatorData: textOf(response.authenticatorData),
            signature: textOf(response.signature),
        };
    } catch {
        document.getElementById("refusal").textContent = "No security key answered. Try again.";
        return null;
    }
}

// What a key said that is to be added; null after saying in #refusal that none did.
async function makeKey(offer) {
    try {
        const { response } = await navigator.credentials.create({
            publicKey: {
                ...offer,
                challenge: bytesOf(offer.challenge),
                user: { ...offer.user, id: bytesOf(offer.user.id) },
                excludeCredentials: references(offer.excludeCredentials),
            },
        });
        return {
            clientDataJSON: textOf(response.clientDataJSON),
            attestationObject: textOf(response.attestationObject),
            transports: response.getTransports?.() ?? [],
        };
    } catch (problem) {
        document.getElementById("refusal").textContent = problem.name === "InvalidStateError"
            ? "This security key was added before."
            : "No security key answered. Try again.";
        return null;
    }
}
