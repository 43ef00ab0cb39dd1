package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a pattern one after the other. The words of those side by side are read together, as far as they are known: of 共\d+个 that
 * one of 共0 to 共9 is needed, and one of 0个 to 9个.
 */
final class PartsInOrder {

    /** Of pieces of two characters, where whole words would be too many. */
    private static final int MOST_PIECES = 128;

    private final List<Need> needs = new ArrayList<>();
    /** The texts that the last parts can match together, which begin at most so far behind the beginning. */
    private List<String> run = List.of("");

    private int runFrom;
    private @Nullable List<String> heads;
    private int longest;
    private boolean begins;
    private boolean ends;
    private Part.Edge starts = Part.Edge.NONE;
    private Part.Edge lasts = Part.Edge.NONE;

    void add(Part part) {
        part.needs().forEach(need -> needs.add(need.behind(longest)));
        List<String> joined = followed(run, part.heads());
        if (joined != null && part.words() != null) {
            run = joined;
        } else {
            List<String> known = joined == null ? run : joined;
            heads = heads == null ? known : heads;
            Need.of(known, runFrom).ifPresent(needs::add);
            if (joined == null) {
                bridge(run, part.heads());
            }
            boolean whole = part.words() != null;
            run = part.tails() == null ? List.of("") : part.tails();
            runFrom = whole ? longest : longest + part.longest();
        }
        begins |= part.begins() && longest == 0;
        ends = part.ends();
        starts = starts.then(part.starts());
        lasts = part.lasts().then(lasts);
        longest = Math.min(Part.ANY_NUMBER, longest + part.longest());
    }

    Part whole() {
        if (heads == null) {
            return new Part(run, run, run, needs, longest, begins, ends, starts, lasts);
        }
        Need.of(run, runFrom).ifPresent(needs::add);
        return new Part(null, heads, run, needs, longest, begins, ends, starts, lasts);
    }

    private static @Nullable List<String> followed(List<String> first, @Nullable List<String> second) {
        if (second == null || first.size() * second.size() > Part.MOST_WORDS) {
            return null;
        }
        return first.stream()
                .flatMap(before -> second.stream().map(after -> before + after))
                .distinct()
                .toList();
    }

    /** The last character of one and the first of the next stand beside each other. */
    private void bridge(List<String> before, @Nullable List<String> behind) {
        if (behind == null || before.contains("") || behind.contains("")) {
            return;
        }
        List<String> ends = before.stream()
                .map(word -> word.substring(word.length() - 1))
                .distinct()
                .toList();
        List<String> pieces = ends.stream()
                .flatMap(end -> behind.stream().map(word -> end + word.charAt(0)))
                .distinct()
                .collect(Collectors.toList());
        if (pieces.size() <= MOST_PIECES) {
            needs.add(new Need(pieces, longest));
        }
    }
}
