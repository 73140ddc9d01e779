package io.artifactor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The only class that prints, and that asks. Results go to standard output, notes and questions to
 * standard error; every line is made harmless on its way ({@link Printable}). Used by one thread,
 * except for the drawing, which the progress bar's own thread does.
 */
final class Terminal {

    private static final String PLAIN = "\u001b[0m";
    private static final String CLEAR_REST = "\u001b[K";

    private final InputStream rawIn;
    private final BufferedReader in;
    private final OutputStream rawOut;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private final @Nullable Console console;
    private boolean drawn;

    Terminal(InputStream in, OutputStream out, OutputStream err, Screen screen) {
        this(in, out, err, screen, null);
    }

    private Terminal(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Screen screen,
            @Nullable Console console) {
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        this.rawIn = in;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.rawOut = out;
        this.out = new PrintWriter(new OutputStreamWriter(out, charset), true);
        this.err = new PrintWriter(new OutputStreamWriter(err, charset), true);
        this.screen = screen;
        this.console = console;
    }

    /** The terminal of this process; what is piped is UTF-8, whatever the locale says. */
    static Terminal ofProcess(Map<String, String> environment) {
        Console console = System.console();
        Screen screen = Screen.of(console, environment);
        return new Terminal(
                System.in, System.out, System.err, screen, screen.interactive() ? console : null);
    }

    Screen screen() {
        return screen;
    }

    void line(String text) {
        line(Span.plain(text));
    }

    void line(Span... spans) {
        line(List.of(spans));
    }

    void line(List<Span> spans) {
        StringBuilder line = new StringBuilder();
        for (Span span : spans) {
            boolean coloured = span.look() != Span.Look.PLAIN && screen.colour();
            line.append(coloured ? span.look().beginning() : "");
            line.append(Printable.line(span.text()));
            line.append(coloured ? PLAIN : "");
        }
        endOfRedrawing();
        out.println(line);
    }

    /** A line of a source text: its tabs count. */
    void source(Span span) {
        boolean coloured = span.look() != Span.Look.PLAIN && screen.colour();
        out.println(
                (coloured ? span.look().beginning() : "")
                        + Printable.lines(span.text())
                        + (coloured ? PLAIN : ""));
    }

    /**
     * One row of a table nobody looks at: cells between tabs, as {@code cut} and friends like it.
     */
    void row(List<String> cells) {
        out.println(String.join("\t", cells.stream().map(Printable::line).toList()));
    }

    /** Something about the result, which is not part of it. */
    void note(String text) {
        endOfRedrawing();
        err.println(Printable.line(text));
    }

    /** Text of several lines, as a whole file may be. */
    void text(String text) {
        out.print(Printable.lines(text));
        out.flush();
    }

    void json(JsonNode document) {
        json(generator -> generator.writeTree(document));
    }

    /** One JSON document, written piece by piece. */
    void json(JsonBody body) {
        try {
            Writer writer =
                    new BufferedWriter(new OutputStreamWriter(rawOut, StandardCharsets.UTF_8));
            JsonGenerator generator = Json.generator(Printable.json(writer));
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            body.write(generator);
            generator.flush();
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the standard output", e);
        }
    }

    /** Standard output as it is, for content that goes on to a file or another program. */
    OutputStream bytes() {
        return rawOut;
    }

    /** Standard input as it is, for content; nothing can be asked any more then. */
    InputStream input() {
        return rawIn;
    }

    /** Overwrites what was drawn last, if nothing else was printed since. */
    synchronized void redraw(String text) {
        err.print("\r" + text.replace("\r", "") + (screen.colour() ? CLEAR_REST : ""));
        err.flush();
        drawn = true;
    }

    /** Leaves what was drawn where it is and goes on below. */
    synchronized void endOfRedrawing() {
        if (drawn) {
            err.println();
            drawn = false;
        }
    }

    /** The writers the command line parser prints its help with. */
    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    String ask(String question) {
        err.print(question);
        err.flush();
        return readLine();
    }

    boolean confirm(String question) {
        String answer = ask(question + " [y/N] ").toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** Asks without showing what is typed. */
    String askSecret(String question) {
        if (console == null) {
            return ask(question);
        }
        char[] typed = console.readPassword("%s", question);
        if (typed == null) {
            throw new Failure(ExitCode.FAILED, "Nothing was entered");
        }
        return new String(typed);
    }

    /** The next line of the standard input, without its end. */
    String readLine() {
        try {
            String line = console == null ? in.readLine() : console.readLine();
            if (line == null) {
                throw new Failure(
                        ExitCode.FAILED, "The standard input ended where an answer was needed");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the standard input", e);
        }
    }

    /** What is written into a document. */
    @FunctionalInterface
    interface JsonBody {

        void write(JsonGenerator generator) throws IOException;
    }
}
