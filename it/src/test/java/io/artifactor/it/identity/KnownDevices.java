package io.artifactor.it.identity;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import java.sql.SQLException;

/** Devices an account knows that would take a test too long to sign in with. */
final class KnownDevices {

    private KnownDevices() {}

    /** Lets the account know so many more, last seen yesterday. */
    static void add(TestingUser user, int devices) throws SQLException {
        Rows.execute(
                "insert into known_device (user_id, device, first_seen_at, last_seen_at)"
                        + " select u.id, gen_random_uuid(), now() - interval '2 days',"
                        + " now() - interval '1 day'"
                        + " from app_user u, generate_series(1, ?) where u.username = ?",
                devices,
                user.username());
    }
}
