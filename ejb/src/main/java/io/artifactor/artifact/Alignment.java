package io.artifactor.artifact;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what two lists have in common in the same order, and thereby what changed between them.
 *
 * <p>Myers' algorithm in linear space, over what is left when the equal beginning and end and
 * everything the other list does not hold are taken away: with that, wholly different texts cost
 * next to nothing. What is left can still cost the product of its lengths, so the comparisons are
 * counted, over all that is asked of one object, and end with a refusal. Used by one thread.
 */
final class Alignment {

    private final long mostComparisons;
    private long comparisons;

    Alignment(long mostComparisons) {
        this.mostComparisons = mostComparisons;
    }

    /** A stretch of one list in whose place the other holds another; ends are exclusive. */
    record Block(int fromStart, int fromEnd, int toStart, int toEnd) {}

    /**
     * @throws Problem {@code TOO_LARGE} if it takes more comparisons than allowed
     */
    List<Block> changes(List<String> from, List<String> to) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] left = numbered(from, numbers);
        int[] right = numbered(to, numbers);
        boolean[] leftChanged = new boolean[left.length];
        boolean[] rightChanged = new boolean[right.length];
        int start = commonStart(left, right);
        int end = commonEnd(left, right, start);
        Kept keptLeft = Kept.of(left, start, left.length - end, in(right, start, end, numbers));
        Kept keptRight = Kept.of(right, start, right.length - end, in(left, start, end, numbers));
        Arrays.fill(leftChanged, start, left.length - end, true);
        Arrays.fill(rightChanged, start, right.length - end, true);
        keptLeft.places().forEach(place -> leftChanged[place] = false);
        keptRight.places().forEach(place -> rightChanged[place] = false);
        for (Change change : compare(keptLeft.values(), keptRight.values())) {
            mark(leftChanged, keptLeft, change.startOriginal, change.endOriginal);
            mark(rightChanged, keptRight, change.startRevised, change.endRevised);
        }
        return blocks(leftChanged, rightChanged);
    }

    private List<Change> compare(List<Integer> left, List<Integer> right) {
        if (left.isEmpty() && right.isEmpty()) {
            return List.of();
        }
        return new MyersDiffWithLinearSpace<Integer>(this::same).computeDiff(left, right, null);
    }

    private boolean same(Integer left, Integer right) {
        comparisons++;
        if (comparisons > mostComparisons) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "The versions differ too much to be compared in reasonable time; download both"
                            + " instead.");
        }
        return left.intValue() == right.intValue();
    }

    private static int[] numbered(List<String> elements, Map<String, Integer> numbers) {
        int[] result = new int[elements.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = numbers.computeIfAbsent(elements.get(i), element -> numbers.size());
        }
        return result;
    }

    private static int commonStart(int[] left, int[] right) {
        int most = Math.min(left.length, right.length);
        int mismatch = Arrays.mismatch(left, 0, most, right, 0, most);
        return mismatch < 0 ? most : mismatch;
    }

    private static int commonEnd(int[] left, int[] right, int start) {
        int most = Math.min(left.length, right.length) - start;
        int end = 0;
        while (end < most && left[left.length - 1 - end] == right[right.length - 1 - end]) {
            end++;
        }
        return end;
    }

    private static boolean[] in(int[] elements, int start, int end, Map<String, Integer> numbers) {
        boolean[] present = new boolean[numbers.size()];
        for (int i = start; i < elements.length - end; i++) {
            present[elements[i]] = true;
        }
        return present;
    }

    private static void mark(boolean[] changed, Kept kept, int start, int end) {
        for (int place : kept.places().subList(start, end)) {
            changed[place] = true;
        }
    }

    private static List<Block> blocks(boolean[] left, boolean[] right) {
        List<Block> blocks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.length || j < right.length) {
            int fromStart = i;
            int toStart = j;
            i = endOfChange(left, i);
            j = endOfChange(right, j);
            if (i > fromStart || j > toStart) {
                blocks.add(new Block(fromStart, i, toStart, j));
            } else {
                i++;
                j++;
            }
        }
        return blocks;
    }

    private static int endOfChange(boolean[] changed, int start) {
        int end = start;
        while (end < changed.length && changed[end]) {
            end++;
        }
        return end;
    }

    /** The elements that the other list holds too, and where they stand. */
    private record Kept(List<Integer> places, List<Integer> values) {

        static Kept of(int[] elements, int start, int end, boolean[] inOther) {
            List<Integer> places = new ArrayList<>();
            List<Integer> values = new ArrayList<>();
            for (int i = start; i < end; i++) {
                if (inOther[elements[i]]) {
                    places.add(i);
                    values.add(elements[i]);
                }
            }
            return new Kept(places, values);
        }
    }
}
