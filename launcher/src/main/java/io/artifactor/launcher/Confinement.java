package io.artifactor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a command line is wrapped so that the child dies with the launcher and, if wanted, has lost
 * root's rights.
 *
 * <p>{@code setsid} keeps Ctrl-C of the terminal from the child; {@code setpriv --pdeathsig} has
 * the kernel signal it when the thread that started it ends. Both become the child by exec: the
 * process id stays, and nothing stands in between that would swallow the signal.
 *
 * <p>As root, PostgreSQL and Elasticsearch run in a user namespace in which root appears as an
 * ordinary user: files keep belonging to root outside. Where namespaces are forbidden, as in many
 * containers, they run as another user who may reach files anywhere, since the checkout may lie
 * below a folder closed to others.
 */
record Confinement(Kind kind, Account account) {
    private static final int ROOT = 0;

    enum Kind {
        /**
         * Not Linux, or no {@code setpriv}: a killed launcher leaves children behind, which the
         * next start ends.
         */
        UNBOUND,
        /** An ordinary user: the child only has to be bound to the launcher. */
        ORDINARY_USER,
        /** Root with user namespaces. */
        USER_NAMESPACE,
        /** Root without user namespaces. */
        OTHER_USER
    }

    /** A user the machine knows; PostgreSQL refuses an id without a name. */
    record Account(int user, int group) {
        static final Account NOBODY = new Account(65534, 65534);

        /** The first account of a passwd file that is not root's. */
        static Account firstOrdinary(List<String> passwdLines) {
            for (String line : passwdLines) {
                String[] fields = line.split(":", -1);
                if (fields.length > 3
                        && fields[2].matches("[1-9][0-9]{0,8}")
                        && fields[3].matches("[0-9]{1,9}")) {
                    return new Account(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
                }
            }
            return NOBODY;
        }
    }

    /** Tries out what this machine allows. */
    static Confinement detect() {
        Account account = systemAccount();
        if (!succeeds(List.of("setsid", "setpriv", "--pdeathsig", "TERM", "true"))) {
            return new Confinement(Kind.UNBOUND, account);
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Confinement(Kind.ORDINARY_USER, account);
        }
        for (Kind kind : List.of(Kind.USER_NAMESPACE, Kind.OTHER_USER)) {
            Confinement candidate = new Confinement(kind, account);
            if (succeeds(candidate.unprivileged(Signal.TERM, List.of("true")))) {
                return candidate;
            }
        }
        throw new StartFailure(
                """
                PostgreSQL and Elasticsearch do not run as root, and this machine allows root neither user namespaces \
                (unshare) nor another user (setpriv). Run ./start as an ordinary user, or name servers of your own with \
                ARTIFACTOR_DB_URL and ARTIFACTOR_ES_URL.\
                """);
    }

    /** The command, bound to the launcher. */
    List<String> bound(Signal deathSignal, List<String> command) {
        return wrap(false, deathSignal, command);
    }

    /** The command, bound to the launcher and without root's rights. */
    List<String> unprivileged(Signal deathSignal, List<String> command) {
        return wrap(true, deathSignal, command);
    }

    /** Makes a folder belong to the user that unprivileged children run as, seen from here. */
    void giveToUnprivileged(Path folder) throws IOException {
        if (kind == Kind.OTHER_USER) {
            Folders.giveTo(account.user(), folder);
        } else if (kind == Kind.USER_NAMESPACE) {
            Folders.giveTo(ROOT, folder);
        }
    }

    private List<String> wrap(boolean unprivileged, Signal deathSignal, List<String> command) {
        List<String> wrapped = new ArrayList<>();
        if (kind != Kind.UNBOUND) {
            wrapped.add("setsid");
            if (unprivileged && kind == Kind.USER_NAMESPACE) {
                wrapped.addAll(
                        List.of(
                                "unshare",
                                "--map-user=" + account.user(),
                                "--map-group=" + account.group()));
            }
            wrapped.add("setpriv");
            if (unprivileged && kind == Kind.OTHER_USER) {
                wrapped.addAll(asOtherUser());
            }
            wrapped.addAll(List.of("--pdeathsig", deathSignal.name()));
        }
        wrapped.addAll(command);
        return List.copyOf(wrapped);
    }

    private List<String> asOtherUser() {
        return List.of(
                "--reuid=" + account.user(),
                "--regid=" + account.group(),
                "--clear-groups",
                // Without it access(2), which Java asks first, does not count capabilities of
                // others than root.
                "--securebits=+no_setuid_fixup",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");
    }

    private static Account systemAccount() {
        try {
            return Account.firstOrdinary(Files.readAllLines(Path.of("/etc/passwd")));
        } catch (IOException e) {
            return Account.NOBODY;
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
