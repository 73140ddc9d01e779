package io.artifactor.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The command behind {@code ./start}: starts everything, says where it is, and stays until Ctrl-C.
 */
public final class Main {
    private static final int FAILED = 1;

    private final Console console = Console.ofTerminal();

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        int code = new Main().run(List.of(arguments), System.getenv());
        if (code != 0) {
            System.exit(code);
        }
    }

    private int run(List<String> arguments, Map<String, String> environment)
            throws InterruptedException {
        Stack stack;
        try {
            stack = new Stack(Options.read(arguments, environment, Installation.find()), console);
        } catch (StartFailure e) {
            console.problem(String.valueOf(e.getMessage()));
            return FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
        try {
            console.line("Data folder " + stack.data());
            stack.begin();
            welcome(stack, environment);
            new Watch(stack.processes(), stack.settings().parts(), console).untilTheEnd();
        } catch (StartFailure e) {
            if (!stack.processes().isStopping()) {
                console.problem(String.valueOf(e.getMessage()));
                return FAILED;
            }
        }
        return 0;
    }

    private void welcome(Stack stack, Map<String, String> environment) {
        if (!stack.settings().parts().contains(Part.SERVER)) {
            servicesOnly(stack);
            return;
        }
        String administrator = environment.getOrDefault("ARTIFACTOR_ADMIN_NAME", "admin");
        console.plain("");
        console.plain("Artifactor is ready:  " + stack.url() + "/");
        console.plain("  Administrator   " + administrator);
        console.plain("  First password  " + firstPassword(stack.firstPasswordFile()));
        console.plain("  Data and logs   " + stack.data());
        console.plain("  Stop            Ctrl-C");
        console.plain("");
    }

    private static String firstPassword(Path file) {
        return Files.exists(file)
                ? "in " + file + " (change it after signing in)"
                : "already changed";
    }

    private void servicesOnly(Stack stack) {
        console.plain("");
        console.plain(
                "The services are running. For a server of your own (mvn liberty:dev), in another terminal:");
        if (stack.settings().parts().contains(Part.DATABASE)) {
            export("ARTIFACTOR_DB", stack.database(), stack.data().resolve("secrets/database"));
        }
        if (stack.settings().parts().contains(Part.ELASTICSEARCH)) {
            export(
                    "ARTIFACTOR_ES",
                    stack.elasticsearch(),
                    stack.data().resolve("secrets/elasticsearch"));
        }
        console.plain("  export ARTIFACTOR_DATA='" + stack.data() + "'");
        console.plain("");
    }

    private void export(String prefix, Endpoint endpoint, Path secret) {
        console.plain("  export " + prefix + "_URL=" + endpoint.url());
        console.plain("  export " + prefix + "_USER=" + endpoint.user());
        console.plain("  export " + prefix + "_PASSWORD=\"$(cat '" + secret + "')\"");
    }
}
