package io.artifactor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The configuration file, {@code artifactor/config}: profiles in sections, one setting a line. It
 * is the user's to write, holds no secret, and anything in it that is not understood is refused by
 * its line.
 *
 * @param sections the settings of each profile; those before the first section have no name
 */
record Settings(Path file, Path home, Map<String, Map<String, String>> sections) {

    static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Set<String> OF_PROFILES = Set.of("url", "workspace", "token-file");
    private static final String CHOSEN = "profile";
    private static final String TOP = "";

    static Settings read(Path folder, Path home) {
        Path file = folder.resolve("config");
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return new Settings(file, home, parsed(file, lines));
        } catch (NoSuchFileException absent) {
            return new Settings(file, home, Map.of());
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot read %s: %s".formatted(file, e), e);
        }
    }

    /** The name of the profile that counts when nobody names one. */
    String chosen() {
        return setting(TOP, CHOSEN).orElse(Profile.USUAL);
    }

    Profile profile(String name) {
        if (!PROFILE.matcher(name).matches()) {
            throw Failure.usage(
                    "'%s' is no name of a profile: letters, digits, '.', '_' and '-'"
                            .formatted(name));
        }
        Map<String, String> section = sections.get(name);
        if (section == null) {
            return Profile.unknown(name);
        }
        return new Profile(
                name,
                true,
                setting(name, "url").map(ServerAddress::of),
                setting(name, "workspace").map(this::id),
                setting(name, "token-file").map(this::path));
    }

    private Optional<String> setting(String section, String key) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(key));
    }

    private String id(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw Failure.usage("%s: '%s' is no id of a workspace".formatted(file, text));
        }
    }

    /** As a shell would read it; what is relative lies beside the configuration file. */
    private Path path(String text) {
        return text.startsWith("~/") ? home.resolve(text.substring(2)) : file.resolveSibling(text);
    }

    private static Map<String, Map<String, String>> parsed(Path file, List<String> lines) {
        Map<String, Map<String, String>> sections = new HashMap<>();
        String section = TOP;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String place = "%s, line %d: ".formatted(file, i + 1);
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip();
                if (!PROFILE.matcher(section).matches() || sections.containsKey(section)) {
                    throw Failure.usage(place + "no name of a profile, or twice the same");
                }
                sections.put(section, new HashMap<>());
                continue;
            }
            put(sections.computeIfAbsent(section, name -> new HashMap<>()), section, line, place);
        }
        return sections;
    }

    private static void put(
            Map<String, String> settings, String section, String line, String place) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals).strip();
        if (key.equals("token")) {
            throw Failure.usage(
                    place
                            + "a token does not belong here; put it into a file of mode 0600 and say"
                            + " token-file");
        }
        Set<String> known = section.equals(TOP) ? Set.of(CHOSEN) : OF_PROFILES;
        if (equals < 0 || !known.contains(key)) {
            throw Failure.usage(
                    "%s'%s' is not understood; expected %s"
                            .formatted(place, key, String.join(" = … or ", known) + " = …"));
        }
        String value = line.substring(equals + 1).strip();
        if (value.isEmpty() || settings.put(key, value) != null) {
            throw Failure.usage(place + key + " has no value, or is there twice");
        }
    }
}
