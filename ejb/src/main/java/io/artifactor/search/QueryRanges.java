package io.artifactor.search;

import io.artifactor.search.QueryFields.BadValue;
import io.artifactor.search.QueryText.Range;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of sizes and times. A year, month or day is all of it: {@code 2026-01..2026-03} ends
 * with March, {@code >2026-01} begins with February. Days are those of UTC.
 */
final class QueryRanges {

    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<)(.+)");
    private static final Pattern BETWEEN = Pattern.compile("(.*?)\\.\\.(.*)");
    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)(b|kb|mb|gb|tb)?");
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?");
    private static final long LARGEST = Long.MAX_VALUE / 4;

    private QueryRanges() {}

    /** All of a value, from the first to before the first that is beyond. */
    private record Extent(long first, long beyond) {}

    static Range read(RangeField field, String written) throws BadValue {
        Matcher compared = COMPARED.matcher(written);
        if (compared.matches()) {
            Extent extent = extent(field, compared.group(2));
            return switch (compared.group(1)) {
                case ">" -> new Range(extent.beyond(), null);
                case ">=" -> new Range(extent.first(), null);
                case "<" -> new Range(null, extent.first());
                default -> new Range(null, extent.beyond());
            };
        }
        Matcher between = BETWEEN.matcher(written);
        if (!between.matches()) {
            Extent extent = extent(field, written);
            return new Range(extent.first(), extent.beyond());
        }
        Extent low = open(field, between.group(1));
        Extent high = open(field, between.group(2));
        if (low == null && high == null) {
            throw bad(field);
        }
        return new Range(low == null ? null : low.first(), high == null ? null : high.beyond());
    }

    private static @Nullable Extent open(RangeField field, String written) throws BadValue {
        return written.isEmpty() || "*".equals(written) ? null : extent(field, written);
    }

    private static Extent extent(RangeField field, String written) throws BadValue {
        return field == RangeField.SIZE ? size(written) : time(field, written);
    }

    private static Extent size(String written) throws BadValue {
        Matcher size = SIZE.matcher(written.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw bad(RangeField.SIZE);
        }
        String unit = size.group(2) == null ? "b" : size.group(2);
        long factor =
                switch (unit) {
                    case "kb" -> 1L << 10;
                    case "mb" -> 1L << 20;
                    case "gb" -> 1L << 30;
                    case "tb" -> 1L << 40;
                    default -> 1;
                };
        BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(factor));
        long whole = bytes.min(BigDecimal.valueOf(LARGEST)).longValue();
        return new Extent(whole, whole + 1);
    }

    private static Extent time(RangeField field, String written) throws BadValue {
        Matcher date = DATE.matcher(written);
        try {
            if (!date.matches()) {
                long milli = OffsetDateTime.parse(written).toInstant().toEpochMilli();
                return new Extent(bounded(field, milli), milli + 1);
            }
            int year = Integer.parseInt(date.group(1));
            if (year == 0) {
                throw bad(field);
            }
            if (date.group(2) == null) {
                return days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
            if (date.group(3) == null) {
                return days(month.atDay(1), month.plusMonths(1).atDay(1));
            }
            LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
            return days(day, day.plusDays(1));
        } catch (DateTimeException | ArithmeticException e) {
            throw bad(field);
        }
    }

    /** Neither index has dates of more than four digits in their years. */
    private static long bounded(RangeField field, long milli) throws BadValue {
        if (milli < millis(LocalDate.of(1, 1, 1)) || milli >= millis(LocalDate.of(10_000, 1, 1))) {
            throw bad(field);
        }
        return milli;
    }

    private static Extent days(LocalDate first, LocalDate beyond) {
        return new Extent(millis(first), millis(beyond));
    }

    private static long millis(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return start.toEpochMilli();
    }

    private static BadValue bad(RangeField field) {
        return new BadValue(
                field == RangeField.SIZE
                        ? "a size such as `>1mb` or `10kb..2mb`"
                        : "a time such as `2026`, `2026-01..2026-03` or `<2026-05-01`");
    }
}
