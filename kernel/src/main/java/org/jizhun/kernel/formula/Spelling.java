package org.jizhun.kernel.formula;

import java.util.Set;

/** The known word nearest to a mistyped one. */
final class Spelling {

    private static final int FAR = 3;

    private Spelling() {}

    /** The nearest word; empty where none is near. */
    static String nearest(String word, Set<String> known) {
        String best = "";
        int least = Math.min(FAR, Math.max(1, word.length() / 2) + 1);
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Letters to add, drop or replace. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int here = Math.min(diagonal + same, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = here;
            }
        }
        return row[other.length()];
    }
}
