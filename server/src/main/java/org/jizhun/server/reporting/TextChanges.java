package org.jizhun.server.reporting;

import java.util.ArrayList;
import java.util.List;

/** Which paragraphs of two texts differ, in the order of the text. */
final class TextChanges {

    private TextChanges() {}

    /**
     * A paragraph that is not the same in both: what it begins with, what was taken out and put in, what it ends with. Of a new
     * paragraph only the third is filled, of one that is gone only the second.
     */
    record Change(String lead, String before, String after, String tail) {

        static Change of(String before, String after) {
            int most = Math.min(before.length(), after.length());
            int lead = 0;
            while (lead < most && before.charAt(lead) == after.charAt(lead)) {
                lead++;
            }
            int tail = 0;
            while (tail < most - lead
                    && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
                tail++;
            }
            return new Change(
                    before.substring(0, lead),
                    before.substring(lead, before.length() - tail),
                    after.substring(lead, after.length() - tail),
                    before.substring(before.length() - tail));
        }
    }

    /** Between two paragraphs that stand in both, what is gone is taken for the forerunner of what is new, one by one. */
    static List<Change> between(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        List<Change> changes = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                pair(gone, fresh, changes);
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                gone.add(before.get(i++));
            } else {
                fresh.add(after.get(j++));
            }
        }
        pair(gone, fresh, changes);
        return changes;
    }

    private static void pair(List<String> gone, List<String> fresh, List<Change> changes) {
        for (int k = 0; k < Math.max(gone.size(), fresh.size()); k++) {
            changes.add(Change.of(k < gone.size() ? gone.get(k) : "", k < fresh.size() ? fresh.get(k) : ""));
        }
        gone.clear();
        fresh.clear();
    }

    /** How many paragraphs the rests of both from here on have in common, in order. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
