package io.artifactor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What came of it: a table for people, a file for machines, and a look at what it was before. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode result = JSON.createObjectNode();
    private final ObjectNode ratios = JSON.createObjectNode();
    private final StringBuilder table = new StringBuilder();

    Report(Options options) {
        ObjectNode given = result.putObject("options");
        given.put("artifacts", options.artifacts());
        given.put("workspaces", options.workspaces());
        given.put("connections", options.connections());
        given.put("rounds", options.rounds());
        given.put("seconds", options.seconds());
        given.put("warm", options.warm());
        given.put("processors", Runtime.getRuntime().availableProcessors());
        row("%-11s %10s %10s %24s %26s", "", "product/s", "bare/s", "speed ratio", "p95 ratio");
    }

    void add(Pair pair) {
        Spread speed = pair.speedRatio();
        Spread latency = pair.latencyRatio();
        ratio(pair.name(), speed);
        ratio(pair.name() + "-p95", latency);
        ObjectNode subject = result.withObject("/subjects").putObject(pair.name());
        samples(subject.putObject("product"), pair.productSamples());
        samples(subject.putObject("bare"), pair.bareSamples());
        row(
                "%-11s %10.0f %10.0f %24s %26s",
                pair.name(),
                middle(pair.productSamples(), Sample::perSecond),
                middle(pair.bareSamples(), Sample::perSecond),
                shown(speed),
                shown(latency));
    }

    /** What has nothing beside it, by one connection. */
    void addAlone(String name, Sample sample) {
        samples(result.withObject("/alone").putObject(name), List.of(sample));
        row(
                "%-11s %7.1f ms by one connection, p95 %.1f ms, p99 %.1f ms",
                name, sample.median(), sample.p95(), sample.p99());
    }

    void addImport(double megabytes, double product, double bare) {
        ratio("import", Spread.of(List.of(product / bare)));
        ObjectNode subject = result.putObject("import");
        subject.put("megabytes", megabytes);
        subject.put("productMegabytesPerSecond", product);
        subject.put("parserMegabytesPerSecond", bare);
        row(
                "import   %7.1f MB/s beside %7.1f MB/s of a parser: %.3f (file of %.1f MB)",
                product, bare, product / bare, megabytes);
    }

    /** The same import beside its bare rows. */
    void addRows(double product, double bare) {
        ratio("import-rows", Spread.of(List.of(product / bare)));
        result.withObject("/import").put("rowsMegabytesPerSecond", bare);
        row(
                "         %7.1f MB/s beside %7.1f MB/s of its rows written by COPY: %.3f",
                product, bare, product / bare);
    }

    void addClient(Sample client) {
        result.put("clientPerSecond", client.perSecond());
        row("client   %.0f/s against a server that does nothing", client.perSecond());
    }

    void addServer(double startSeconds, double indexSeconds, Map<String, Double> memory) {
        result.put("startSeconds", startSeconds);
        result.put("indexSeconds", indexSeconds);
        ObjectNode megabytes = result.putObject("memoryMegabytes");
        memory.forEach(megabytes::put);
        row("start    %.1f s for the second start of everything", startSeconds);
        row("index    %.1f s until the readers of the outbox had everything", indexSeconds);
        memory.forEach((part, size) -> row("memory   %6.0f MB %s", size, part));
    }

    /** Writes the file and says the table, with the ratios of a baseline where there is one. */
    void finish(Path file, Path baseline) throws IOException {
        result.set("ratios", ratios);
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), result);
        Terminal.say("%n%sWritten to %s", table, file);
        if (Files.exists(baseline)) {
            compare(JSON.readTree(baseline.toFile()).path("ratios"));
        }
    }

    private void compare(JsonNode before) {
        Terminal.say("%n%-12s %10s %10s", "ratio", "baseline", "now");
        for (Map.Entry<String, JsonNode> now : ratios.properties()) {
            JsonNode then = before.path(now.getKey()).path("median");
            if (then.isNumber()) {
                Terminal.say(
                        "%-12s %10.3f %10.3f",
                        now.getKey(), then.asDouble(), now.getValue().get("median").asDouble());
            }
        }
    }

    private void ratio(String name, Spread spread) {
        ObjectNode ratio = ratios.putObject(name);
        ratio.put("median", spread.median());
        ratio.put("least", spread.least());
        ratio.put("greatest", spread.greatest());
    }

    private static void samples(ObjectNode into, List<Sample> samples) {
        into.put("perSecond", middle(samples, Sample::perSecond));
        into.put("medianMillis", middle(samples, Sample::median));
        into.put("p95Millis", middle(samples, Sample::p95));
        into.put("p99Millis", middle(samples, Sample::p99));
    }

    private static double middle(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return Spread.of(samples.stream().map(of::applyAsDouble).toList()).median();
    }

    private static String shown(Spread spread) {
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f-%.3f)",
                spread.median(),
                spread.least(),
                spread.greatest());
    }

    private void row(String format, Object... values) {
        table.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
