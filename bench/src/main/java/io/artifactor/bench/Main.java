package io.artifactor.bench;

import io.artifactor.launcher.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run, from an empty data folder to a table. */
public final class Main {
    private static final String USER = "bench";
    private static final String GUEST = "guest";
    private static final String ADMIN = "admin";
    private static final int CLIENT_SECONDS = 2;

    private final Options options;
    private final Path data;
    private final String password = password();
    private final Report report;
    private double indexSeconds;

    private Main(Options options) {
        this.options = options;
        data = options.target().resolve("data");
        report = new Report(options);
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("artifactor.home", "."));
        Options options;
        try {
            options = Options.read(Arrays.asList(arguments), home);
        } catch (IllegalArgumentException e) {
            Terminal.problem(String.valueOf(e.getMessage()));
            System.exit(2);
            return;
        }
        new Main(options).run();
    }

    private void run() throws Exception {
        delete(data);
        Files.createDirectories(data);
        Terminal.say("Starting over an empty folder");
        try (Stack stack = start()) {
            fill(stack);
        }
        Terminal.say("Starting again");
        long begun = System.nanoTime();
        try (Stack stack = start()) {
            double startSeconds = (System.nanoTime() - begun) / 1e9;
            measure(stack);
            report.addServer(startSeconds, indexSeconds, Memory.of(stack));
        } finally {
            // What was measured before something failed took long enough to be told.
            report.finish(
                    options.target().resolve("result.json"),
                    options.home().resolve("bench/baseline.json"));
        }
        delete(data);
    }

    private Stack start() {
        Stack stack =
                Stack.over(data)
                        .environment("ARTIFACTOR_ADMIN_PASSWORD", password)
                        .environment("ARTIFACTOR_RATE_LIMIT_USER", "0")
                        .build();
        // Also where the run ends in an exception or by Ctrl-C, nothing is left behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
        return stack.start();
    }

    private void fill(Stack stack) throws Exception {
        Product product = new Product(new Http(stack.url()));
        product.signIn(ADMIN, password);
        for (String user : List.of(USER, GUEST)) {
            product.call(
                    "POST",
                    "/users",
                    Map.of(
                            "username", user,
                            "displayName", user,
                            "password", password,
                            "roles", List.of("user"),
                            "passwordChangeRequired", false));
        }
        Terminal.say("Filling in " + options.artifacts() + " artifacts");
        new Filling(options, data).fill(stack.database());
        long begun = System.nanoTime();
        Filling.awaitIndexes(stack.database());
        indexSeconds = (System.nanoTime() - begun) / 1e9;
    }

    private void measure(Stack stack) throws Exception {
        Library library = Filling.library(stack.database());
        // One connection per thread for all three: what is not used for a while is closed.
        Http http = new Http(stack.url());
        Product product = new Product(http);
        Product guest = new Product(http);
        Product admin = new Product(http);
        try (Load load = new Load(options.connections());
                Pool pool = new Pool(stack.database(), options.connections());
                NullServer nothing = new NullServer()) {
            Http client = new Http(nothing.url());
            Subject none = random -> client.send("GET", "/", "", new byte[0]);
            load.run(none, CLIENT_SECONDS);
            report.addClient(load.run(none, options.seconds()));
            List<Pair> pairs =
                    new ArrayList<>(pairs(stack, product, new BareSql(pool, library), library));
            pairs.add(new Pair("list-user", guest::list, admin::list));
            pairs.add(new Pair("search-user", guest::search, admin::search));
            pairs.removeIf(pair -> !options.measures(pair.name()));
            rounds(stack, Map.of(USER, product, GUEST, guest, ADMIN, admin), pairs, load);
            pairs.forEach(report::add);
        }
        alone(product);
        if (options.measures("import")) {
            importing(product, new BareRows(stack.database()));
        }
    }

    private static List<Pair> pairs(Stack stack, Product product, BareSql sql, Library library) {
        BareSearch search =
                new BareSearch(
                        stack.elasticsearch(), new Http(stack.elasticsearch().url()), library);
        return List.of(
                new Pair("list", product::list, sql::list),
                new Pair(
                        "get",
                        random ->
                                product.get(
                                        library.artifacts()
                                                .get(random.nextInt(library.artifacts().size()))),
                        sql::get),
                new Pair("search", product::search, search::search),
                new Pair("create", product::create, sql::create));
    }

    /** What one person waits for, with nobody else there. */
    private void alone(Product product) throws Exception {
        product.forgetConnection();
        product.signIn(USER, password);
        try (Load one = new Load(1)) {
            for (Map.Entry<String, Subject> subject :
                    Map.<String, Subject>of(
                                    "suggest", product::suggest, "duplicates", product::duplicates)
                            .entrySet()) {
                if (!options.measures(subject.getKey())) {
                    continue;
                }
                one.run(subject.getValue(), options.seconds());
                report.addAlone(
                        subject.getKey(), one.run(subject.getValue(), 2 * options.seconds()));
            }
        }
    }

    private void rounds(Stack stack, Map<String, Product> users, List<Pair> pairs, Load load)
            throws Exception {
        signIn(users);
        for (Pair pair : pairs) {
            Terminal.say("Warming up " + pair.name());
            pair.warm(load, options.warm());
        }
        for (int round = 1; round <= options.rounds(); round++) {
            Filling.awaitIndexes(stack.database());
            Terminal.say("Round " + round + " of " + options.rounds());
            signIn(users);
            for (Pair pair : pairs) {
                pair.measure(load, options.seconds());
            }
        }
    }

    private void signIn(Map<String, Product> users) throws IOException {
        for (Map.Entry<String, Product> user : users.entrySet()) {
            // The server closes a connection on which nothing came for a while.
            user.getValue().forgetConnection();
            user.getValue().signIn(user.getKey(), password);
        }
    }

    private void importing(Product product, BareRows rows) throws Exception {
        Terminal.say("Importing");
        Importing importing =
                new Importing(product, options.target().resolve("conversations.json"));
        int conversations = Math.max(20, options.artifacts() / 50);
        importing.generate(conversations / 5, 1);
        product.forgetConnection();
        product.signIn(USER, password);
        importing.run();
        importing.generate(conversations, 2);
        double bare = importing.parse();
        double speed = importing.run();
        report.addImport(importing.size(), speed, bare);
        report.addRows(speed, importing.size() / rows.seconds());
    }

    private static String password() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
