"use strict";

// Lets a button copy what stands in a place.
function copies(button, place) {
    button.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(place.textContent);
            button.textContent = "Copied";
        } catch {
            // Not over TLS, browsers give no clipboard.
            getSelection().selectAllChildren(place);
        }
    });
}
