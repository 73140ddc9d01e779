"use strict";

// A password is typed twice, and sent only if both are the same.
function mustBeTypedTwice(form) {
    const first = form.elements.namedItem("newPassword");
    const again = document.getElementById("again");
    const compare = () =>
        again.setCustomValidity(first.value === again.value ? "" : "This is not the same password.");
    first.addEventListener("input", compare);
    again.addEventListener("input", compare);
}
