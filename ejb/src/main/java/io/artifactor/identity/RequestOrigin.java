package io.artifactor.identity;

import jakarta.enterprise.context.RequestScoped;

/** The origin of the request at hand; the edge that receives it says so, the audit log reads it. */
@RequestScoped
public class RequestOrigin {

    private Origin origin = Origin.NONE;

    public void set(Origin origin) {
        this.origin = origin;
    }

    public Origin get() {
        return origin;
    }
}
