package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which artifacts a list shows, by where they belong. Ids of things the caller may not read find
 * nothing, as ids that do not exist.
 *
 * @param place the folder
 * @param tags keys of tags, all of which they have
 * @param favourites whether only the caller's favourites
 * @param properties names and values, all of which they have
 */
public record ShelfFilter(
        Optional<Place> place,
        Optional<UUID> category,
        List<String> tags,
        boolean favourites,
        Map<String, String> properties) {

    /** Whatever place. */
    public static final ShelfFilter NONE =
            new ShelfFilter(Optional.empty(), Optional.empty(), List.of(), false, Map.of());

    private static final int MOST_PROPERTIES = 10;
    private static final int MAX_VALUE = 4_000;

    public ShelfFilter {
        tags = List.copyOf(tags);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /**
     * A folder, or the top.
     *
     * @param folder absent for the top
     * @param recursive whether what lies below counts too
     */
    public record Place(Optional<UUID> folder, boolean recursive) {

        private static final String TOP = "root";

        /** As it stands in an address: an id or {@code root}. */
        public static Place of(String text, boolean recursive) {
            return new Place(
                    text.equals(TOP) ? Optional.empty() : FolderChange.id("folder", text),
                    recursive);
        }
    }

    public ShelfFilter in(@Nullable String folder, @Nullable Boolean recursive) {
        if (folder == null || folder.isEmpty()) {
            return this;
        }
        Place chosen = Place.of(folder, Boolean.TRUE.equals(recursive));
        return new ShelfFilter(Optional.of(chosen), category, tags, favourites, properties);
    }

    public ShelfFilter ofCategory(@Nullable UUID id) {
        return new ShelfFilter(place, Optional.ofNullable(id), tags, favourites, properties);
    }

    public ShelfFilter tagged(List<String> names) {
        return new ShelfFilter(place, category, TagKeys.of(names), favourites, properties);
    }

    public ShelfFilter onlyFavourites(@Nullable Boolean only) {
        return new ShelfFilter(place, category, tags, Boolean.TRUE.equals(only), properties);
    }

    public ShelfFilter having(Map<String, String> values) {
        if (values.size() > MOST_PROPERTIES) {
            throw Problem.invalid(
                    "property", "stands more than %d times.".formatted(MOST_PROPERTIES));
        }
        values.forEach((name, value) -> {
            String parameter = "property." + CustomProperties.name("property", name);
            TextRules.refuseLonger(parameter, value, MAX_VALUE);
            TextRules.refuseUnprintable(parameter, value, true);
        });
        return new ShelfFilter(place, category, tags, favourites, values);
    }

    /** The conditions on {@code Artifact a} in JPQL. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        place.flatMap(ShelfFilter::condition).ifPresent(conditions::add);
        category.ifPresent(id -> conditions.add("a.place.categoryId = :category"));
        for (int i = 0; i < tags.size(); i++) {
            conditions.add(
                    """
                    exists (select 1 from ArtifactTag x# join Tag t# on t#.id = x#.key.tagId
                        where x#.key.artifactId = a.id and t#.nameKey = :tag#)
                    """
                            .replace("#", String.valueOf(i)));
        }
        if (favourites) {
            conditions.add(
                    "exists (select 1 from Favourite v where v.key.artifactId = a.id"
                            + " and v.key.userId = :favouritesOf)");
        }
        for (int i = 0; i < objects().size(); i++) {
            List<String> either = new ArrayList<>();
            for (int j = 0; j < objects().get(i).size(); j++) {
                // The database's own operator, which its index on properties answers.
                either.add(
                        "cast(sql('(? @> cast(? as jsonb))', a.place.properties, :object%d_%d) as Boolean) = true"
                                .formatted(i, j));
            }
            conditions.add("(" + String.join(" or ", either) + ")");
        }
        return conditions;
    }

    private static Optional<String> condition(Place place) {
        if (place.folder().isEmpty()) {
            return place.recursive() ? Optional.empty() : Optional.of("a.place.folderId is null");
        }
        return Optional.of(
                place.recursive()
                        ? """
                        a.place.folderId in (select below.id from Folder top join Folder below
                            on below.workspaceId = top.workspaceId
                                and below.trail like concat(top.trail, '%')
                            where top.id = :folder)
                        """
                        : "a.place.folderId = :folder");
    }

    /** For each property, the objects of which one is part of what is looked for. */
    private List<List<String>> objects() {
        return properties.entrySet().stream()
                .map(it -> CustomProperties.having(it.getKey(), it.getValue()))
                .toList();
    }

    /** The values of the conditions' parameters. */
    Map<String, Object> parameters(Caller caller) {
        Map<String, Object> parameters = new HashMap<>();
        place.flatMap(Place::folder).ifPresent(id -> parameters.put("folder", id));
        category.ifPresent(id -> parameters.put("category", id));
        for (int i = 0; i < tags.size(); i++) {
            parameters.put("tag" + i, tags.get(i));
        }
        if (favourites) {
            parameters.put("favouritesOf", caller.user().value());
        }
        List<List<String>> objects = objects();
        for (int i = 0; i < objects.size(); i++) {
            for (int j = 0; j < objects.get(i).size(); j++) {
                parameters.put("object%d_%d".formatted(i, j), objects.get(i).get(j));
            }
        }
        return parameters;
    }
}
