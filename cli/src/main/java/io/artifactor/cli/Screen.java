package io.artifactor.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the user sees with.
 *
 * @param interactive a person sits in front of it: may be asked, gets bars and aligned columns
 * @param colour bold and colours are shown
 * @param width in columns
 */
record Screen(boolean interactive, boolean colour, int width) {

    private static final int USUAL_WIDTH = 80;

    /** Output of a pipe or a file: plain, complete lines. */
    static Screen none() {
        return new Screen(false, false, USUAL_WIDTH);
    }

    static Screen of(@Nullable Console console, Map<String, String> environment) {
        if (console == null || !isTerminal(console)) {
            return none();
        }
        boolean colour =
                environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        return new Screen(true, colour, askWidth());
    }

    /** From Java 22 on there may be a console without a terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Asks {@code stty}, which is on every Unix; elsewhere the usual width has to do. */
    private static int askWidth() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return USUAL_WIDTH;
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(terminal)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String size =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(1, TimeUnit.SECONDS);
            int columns = Integer.parseInt(size.strip().replaceFirst("^\\d+ ", ""));
            return columns >= 40 ? columns : USUAL_WIDTH;
        } catch (IOException | NumberFormatException unknown) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
