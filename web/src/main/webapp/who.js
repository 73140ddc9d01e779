"use strict";

// Says who is signed in here, and lets them out.
(async () => {
    const place = document.getElementById("who");
    const answer = await fetch("/api/v1/auth/me");
    if (!answer.ok) {
        return;
    }
    const me = await answer.json();
    if (me.secondFactorSetupRequired && !me.passwordChangeRequired) {
        location.replace("/second-factor/");
        return;
    }
    // Who was sent to sign in goes on where they were; nothing but a page of ours is followed.
    const after = sessionStorage.getItem("after-sign-in");
    sessionStorage.removeItem("after-sign-in");
    if (["/invitation/", "/sign-ins/"].includes(after)) {
        location.replace(after);
        return;
    }
    const password = document.createElement("a");
    password.href = "/password/";
    password.textContent = "Change password";
    const factor = document.createElement("a");
    factor.href = "/second-factor/";
    factor.textContent = "Second factor";
    const signIns = document.createElement("a");
    signIns.href = "/sign-ins/";
    signIns.textContent = "Sign-ins and tokens";
    place.replaceChildren(
        `Signed in as ${me.displayName}. `, signOutLink(), " · ", password, " · ", factor, " · ", signIns);
})();
