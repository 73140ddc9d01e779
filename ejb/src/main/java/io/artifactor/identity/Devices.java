package io.artifactor.identity;

import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The door to the devices the caller's account knows; nobody reaches another's. */
@Stateless
public class Devices {

    @Inject private DeviceRows rows;

    /** Those on which the password was given within half a year, the last first. */
    public List<KnownDevice> listOf(Caller caller) {
        return rows.of(caller.user());
    }

    /** Makes a device as strange as any other; who is signed in on it stays signed in. */
    public void forget(Caller caller, UUID device) {
        if (!rows.forget(caller.user(), device)) {
            throw Problem.notFound("device", device);
        }
    }
}
