package io.artifactor.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a client calls itself, in the few words by which people know their devices. */
final class DeviceName {

    private static final int LENGTH = 60;

    // Browsers name those they are like too; the more particular name comes first.
    private static final Map<String, String> BROWSERS =
            ordered(
                    "Edg", "Edge",
                    "OPR/", "Opera",
                    "SamsungBrowser/", "Samsung Internet",
                    "Firefox/", "Firefox",
                    "FxiOS/", "Firefox",
                    "CriOS/", "Chrome",
                    "Chrome/", "Chrome",
                    "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS =
            ordered(
                    "Windows", "Windows",
                    "Android", "Android",
                    "iPhone", "iPhone",
                    "iPad", "iPad",
                    "CrOS", "ChromeOS",
                    "Mac OS X", "macOS",
                    "Linux", "Linux");

    private DeviceName() {}

    static String of(String userAgent) {
        Optional<String> browser = firstIn(userAgent, BROWSERS);
        Optional<String> system = firstIn(userAgent, SYSTEMS);
        if (browser.isPresent()) {
            return browser.get() + system.map(name -> " on " + name).orElse("");
        }
        // Programs begin with their own name: curl/8.5.0, artifactor/1.0 (Linux).
        String program = userAgent.strip().split(" ", 2)[0];
        return program.substring(0, Math.min(program.length(), LENGTH));
    }

    private static Optional<String> firstIn(String text, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(name -> text.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
