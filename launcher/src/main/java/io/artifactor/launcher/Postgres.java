package io.artifactor.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * PostgreSQL with its durability on. Every connection needs a password; the application's role owns
 * its database and is no superuser.
 */
final class Postgres implements Runner {
    private static final String DATABASE = "artifactor";
    private static final String USER = "artifactor";
    private static final String SUPERUSER = "postgres";
    private static final String WRONG_PASSWORD = "28P01";

    private final Installation installation;
    private final DataFolder folder;
    private final Confinement confinement;
    private final Addresses addresses;

    Postgres(
            Installation installation,
            DataFolder folder,
            Confinement confinement,
            Addresses addresses) {
        this.installation = installation;
        this.folder = folder;
        this.confinement = confinement;
        this.addresses = addresses;
    }

    Endpoint endpoint() {
        return new Endpoint(addresses.jdbcUrl(DATABASE), USER, secret("database"));
    }

    @Override
    public Child launch() {
        try {
            Path program = program();
            if (Files.notExists(cluster().resolve("PG_VERSION"))) {
                initialize(program);
            }
            requireSameVersion();
            confinement.giveToUnprivileged(cluster());
            removeForeignPidFile();
            List<String> command = confinement.unprivileged(Signal.INT, command(program));
            return Child.start(
                    Part.DATABASE, new ProcessBuilder(command), folder.log("postgresql"));
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be prepared in " + cluster() + ": " + e, e);
        }
    }

    private List<String> command(Path program) {
        return List.of(
                program.resolve("bin/postgres").toString(),
                "-D",
                cluster().toString(),
                "-c",
                "listen_addresses=" + Addresses.LOOPBACK,
                "-c",
                "port=" + addresses.databasePort(),
                "-c",
                "unix_socket_directories=",
                "-c",
                "cluster_name=artifactor",
                "-c",
                "log_line_prefix=%m [%p] %u@%d ",
                "-c",
                "log_timezone=UTC",
                "-c",
                "timezone=UTC");
    }

    /** Ready means: it accepts the application's role on the application's database. */
    @Override
    public boolean isReady(Child child) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + USER + "'")) {
                statement.execute(
                        "create role " + USER + " login password '" + secret("database") + "'");
            }
            if (!exists(
                    statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + USER);
            }
            return true;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new StartFailure(
                        "PostgreSQL refuses the password in %s: it belongs to another data folder."
                                .formatted(folder.secretFile("database-admin")),
                        e);
            }
            return false;
        }
    }

    @Override
    public Duration patience() {
        // Replaying the log after a crash of a busy server takes its time.
        return Duration.ofMinutes(3);
    }

    @Override
    public List<Child.Farewell> farewells(boolean wasReady) {
        return List.of(
                new Child.Farewell(Signal.INT, Duration.ofSeconds(30)),
                new Child.Farewell(Signal.QUIT, Duration.ofSeconds(5)));
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secret("database-admin"));
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(addresses.jdbcUrl(database), properties);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /**
     * Initializes beside the final place and renames, so that an interrupted first start is simply
     * begun again.
     */
    private void initialize(Path program) throws IOException {
        secret("database-admin");
        Path unfinished = folder.root().resolve("postgresql.new");
        Folders.delete(unfinished);
        Files.createDirectory(unfinished);
        confinement.giveToUnprivileged(unfinished);
        List<String> command = new ArrayList<>(List.of(program.resolve("bin/initdb").toString()));
        command.addAll(List.of("-D", unfinished.toString(), "-U", SUPERUSER, "-E", "UTF8", "-k"));
        command.addAll(List.of("-A", "scram-sha-256", "--no-instructions"));
        command.addAll(List.of("--pwfile", folder.secretFile("database-admin").toString()));
        // PostgreSQL's own C.UTF-8 sorts alike on every machine; a libc's does not, and would break
        // indexes.
        command.addAll(
                List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        ProcessBuilder builder = new ProcessBuilder(confinement.unprivileged(Signal.KILL, command));
        Child child = Child.start(Part.DATABASE, builder, folder.log("postgresql"));
        child.handle().onExit().join();
        if (child.exitCode() != 0) {
            throw new StartFailure("PostgreSQL's initdb failed.\n" + child.tail(20));
        }
        Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSameVersion() throws IOException {
        String found = Files.readString(cluster().resolve("PG_VERSION"), UTF_8).strip();
        String version = installation.version("postgresql");
        if (!version.startsWith(found + ".")) {
            throw new StartFailure(
                    "%s was written by PostgreSQL %s, and this is PostgreSQL %s. Upgrade it with pg_upgrade first."
                            .formatted(cluster(), found, version));
        }
    }

    /**
     * PostgreSQL removes the pid file of a dead server itself, unless a process has that id:
     * another one by now, or the dead server as a zombie nobody has buried. We hold the lock of the
     * data folder, so neither is a server of this folder, and the file is stale. Otherwise it
     * stays: PostgreSQL also reads from it whether old backends still hold the shared memory.
     */
    private void removeForeignPidFile() throws IOException {
        Path pidFile = cluster().resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        String pid = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        if (!pid.matches("[0-9]{1,18}")) {
            return;
        }
        Path workingFolder = Path.of("/proc", pid, "cwd");
        boolean another =
                Files.exists(workingFolder) && !Files.isSameFile(workingFolder, cluster());
        if (another || Family.isZombie(Long.parseLong(pid))) {
            Files.delete(pidFile);
        }
    }

    /** Unpacked beside the archive, or into the data folder when the checkout is read-only. */
    private Path program() throws IOException {
        Path beside = installation.services().resolve(installation.postgresFolderName());
        Path inData = folder.root().resolve("services").resolve(installation.postgresFolderName());
        for (Path candidate : List.of(beside, inData)) {
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        Path target = Files.isWritable(installation.services()) ? beside : inData;
        new Archive(archive()).unpackTo(target);
        return target;
    }

    private Path archive() throws IOException {
        Path archives = installation.postgresArchives();
        if (Files.isDirectory(archives)) {
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(archives, "postgres-*.txz")) {
                for (Path archive : found) {
                    return archive;
                }
            }
        }
        throw new StartFailure(
                "PostgreSQL is not in " + archives + ": build first (./start does).");
    }

    private Path cluster() {
        return folder.postgres();
    }

    private String secret(String name) {
        try {
            return folder.secret(name);
        } catch (IOException e) {
            throw new StartFailure(folder.secretFile(name) + " cannot be read or written: " + e, e);
        }
    }
}
