package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** A condition of RFC 7644, section 3.4.2.2. */
sealed interface Filter {

    /** Whether the value, or an element of a list, is as it says. */
    boolean holds(JsonNode element);

    /** All of them. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(JsonNode element) {
            return parts.stream().allMatch(part -> part.holds(element));
        }
    }

    /** One of them at least. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(JsonNode element) {
            return parts.stream().anyMatch(part -> part.holds(element));
        }
    }

    /** Not so. */
    record Not(Filter part) implements Filter {
        @Override
        public boolean holds(JsonNode element) {
            return !part.holds(element);
        }
    }

    /** An element of the list is as the part says. */
    record Within(String attribute, Filter part) implements Filter {
        @Override
        public boolean holds(JsonNode element) {
            JsonNode values = Filter.at(element, attribute);
            if (values.isArray()) {
                for (JsonNode value : values) {
                    if (part.holds(value)) {
                        return true;
                    }
                }
                return false;
            }
            return part.holds(values);
        }
    }

    /** The attribute has a value. */
    record Present(String attribute) implements Filter {
        @Override
        public boolean holds(JsonNode element) {
            JsonNode value = Filter.at(element, attribute);
            return !value.isMissingNode()
                    && !value.isNull()
                    && !(value.isContainerNode() && value.isEmpty());
        }
    }

    /** The attribute compares so with what was given. */
    record Comparison(String attribute, Operator operator, JsonNode given) implements Filter {
        @Override
        public boolean holds(JsonNode element) {
            JsonNode value = Filter.at(element, attribute);
            if (!value.isArray()) {
                return operator.holds(value, given);
            }
            for (JsonNode each : value) {
                if (operator.holds(each.isObject() ? each.path("value") : each, given)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The value at {@code name} or {@code name.sub}, whatever the capitals. */
    static JsonNode at(JsonNode element, String path) {
        JsonNode found = element;
        for (String step : path.split("\\.", -1)) {
            found = found.path(Attributes.nameIn(found, step));
        }
        return found;
    }

    /** How two values compare; texts do, whatever their capitals. */
    enum Operator {
        EQ,
        NE,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE;

        boolean holds(JsonNode value, JsonNode given) {
            return switch (this) {
                case EQ -> isEqual(value, given);
                case NE -> !isEqual(value, given);
                case CO -> bothTexts(value, given) && text(value).contains(text(given));
                case SW -> bothTexts(value, given) && text(value).startsWith(text(given));
                case EW -> bothTexts(value, given) && text(value).endsWith(text(given));
                case GT -> isOrdered(value, given) && order(value, given) > 0;
                case GE -> isOrdered(value, given) && order(value, given) >= 0;
                case LT -> isOrdered(value, given) && order(value, given) < 0;
                case LE -> isOrdered(value, given) && order(value, given) <= 0;
            };
        }

        private static boolean isEqual(JsonNode value, JsonNode given) {
            if (bothTexts(value, given)) {
                return text(value).equals(text(given));
            }
            if (given.isNull()) {
                return value.isNull() || value.isMissingNode();
            }
            return value.isNumber() && given.isNumber()
                    ? order(value, given) == 0
                    : value.equals(given);
        }

        private static boolean isOrdered(JsonNode value, JsonNode given) {
            return bothTexts(value, given) || (value.isNumber() && given.isNumber());
        }

        private static int order(JsonNode value, JsonNode given) {
            return value.isNumber()
                    ? value.decimalValue().compareTo(given.decimalValue())
                    : text(value).compareTo(text(given));
        }

        private static boolean bothTexts(JsonNode value, JsonNode given) {
            return value.isTextual() && given.isTextual();
        }

        private static String text(JsonNode value) {
            return value.textValue().toLowerCase(Locale.ROOT);
        }
    }
}
