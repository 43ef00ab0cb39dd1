package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Straight lines as a page shows them: drawn in pieces or twice, they are one. */
final class Rulings {

    private static final int SAME = 150;

    private Rulings() {}

    static List<Ruling> merged(List<Ruling> drawn) {
        List<Ruling> merged = new ArrayList<>();
        for (boolean horizontal : new boolean[] {true, false}) {
            List<Ruling> sorted = drawn.stream()
                    .filter(ruling -> ruling.horizontal() == horizontal)
                    .sorted(Comparator.comparingInt(Ruling::at))
                    .toList();
            int from = 0;
            for (int i = 1; i <= sorted.size(); i++) {
                if (i == sorted.size() || sorted.get(i).at() - sorted.get(i - 1).at() > SAME) {
                    join(sorted.subList(from, i), merged);
                    from = i;
                }
            }
        }
        return merged;
    }

    private static void join(List<Ruling> level, List<Ruling> merged) {
        List<Ruling> sorted =
                level.stream().sorted(Comparator.comparingInt(Ruling::from)).toList();
        Ruling open = sorted.get(0);
        for (Ruling ruling : sorted.subList(1, sorted.size())) {
            if (ruling.from() <= open.to() + Ruling.NEAR) {
                open = new Ruling(open.horizontal(), open.at(), open.from(), Math.max(open.to(), ruling.to()));
            } else {
                merged.add(open);
                open = ruling;
            }
        }
        merged.add(open);
    }

    /** Lines that meet, directly or through others. */
    static List<List<Ruling>> connected(List<Ruling> rulings) {
        int[] group = new int[rulings.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                if (rulings.get(i).meets(rulings.get(j))) {
                    group[root(group, j)] = root(group, i);
                }
            }
        }
        List<List<Ruling>> connected = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            connected.add(new ArrayList<>());
        }
        for (int i = 0; i < group.length; i++) {
            connected.get(root(group, i)).add(rulings.get(i));
        }
        return connected.stream().filter(each -> each.size() >= 3).toList();
    }

    private static int root(int[] group, int member) {
        int at = member;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }
}
