package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Passage;
import org.jizhun.kernel.quantity.Exact;

/** What running text says about one scored thing: a section, or an item told within a paragraph. */
final class ScoreNode {

    /** The level of an item that is told within a paragraph. */
    static final int ITEM = 9;

    /** So much for each case: how many there are stands in a number, or the cases are listed by name. */
    record Each(Mention per, Optional<Mention> cases, long listed) {}

    /**
     * Points taken off: said at once, for each case, or both.
     *
     * @param parts what they are made of: 扣1.5分，其中…扣1分、…扣0.5分
     */
    record Taken(Optional<Mention> points, Optional<Each> each, List<Taken> parts) {

        static Taken of(Optional<Mention> points, Optional<Each> each) {
            return new Taken(points, each, new ArrayList<>());
        }

        Taken with(Each cases) {
            return new Taken(points, Optional.of(cases), parts);
        }

        /** The points of its parts; fewer than there are parts where one is told for each case only. */
        List<Figure> items() {
            return parts.stream()
                    .flatMap(part -> part.points().stream())
                    .map(Mention::figure)
                    .toList();
        }
    }

    /** What the parts make together, and of how many of them the words speak; 0 where they do not say. */
    record Sum(Mention points, int count) {}

    private final int level;
    private final String name;
    private final List<ScoreNode> parts = new ArrayList<>();
    private final List<Figure> takenBefore = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Mention> rules = new ArrayList<>();
    private final List<Mention> numbers = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private Optional<Mention> weight = Optional.empty();
    private Optional<Mention> got = Optional.empty();
    private Optional<Mention> allTaken = Optional.empty();
    private boolean some;
    private boolean steps;

    ScoreNode(int level, String name) {
        this.level = level;
        this.name = name;
    }

    /** What it is called, as {@link ScoreNames#plain}; empty where it is not named. */
    String name() {
        return name;
    }

    int level() {
        return level;
    }

    List<ScoreNode> parts() {
        return parts;
    }

    List<Taken> taken() {
        return taken;
    }

    /** What was taken off, and below each deduction what it is made of. */
    List<Taken> allDeductions() {
        List<Taken> all = new ArrayList<>();
        for (Taken each : taken) {
            all.add(each);
            all.addAll(each.parts());
        }
        return all;
    }

    List<Mention> rules() {
        return rules;
    }

    /** Numbers of things, percentage points and rates told with it, in order. */
    List<Mention> numbers() {
        return numbers;
    }

    List<Sum> sums() {
        return sums;
    }

    Optional<Mention> weight() {
        return weight;
    }

    Optional<Mention> got() {
        return got;
    }

    /** 资金管理共扣1.6分；组织实施共扣2.5分: what was taken off in all for other aspects before the last. */
    List<Figure> takenBefore() {
        return takenBefore;
    }

    Optional<Mention> allTaken() {
        return allTaken;
    }

    /** Whether the words say that only some of what was taken off is told. */
    boolean tellsSome() {
        return some;
    }

    boolean hasSteps() {
        return steps;
    }

    void weigh(Mention points) {
        weight = weight.or(() -> Optional.of(points));
    }

    void get(Mention points) {
        got = got.or(() -> Optional.of(points));
    }

    void takeAll(Mention points) {
        allTaken.ifPresent(before -> takenBefore.add(before.figure()));
        allTaken = Optional.of(points);
    }

    /** What was told of a section in one paragraph is this item's: its weight stands behind its rule. */
    void takeOver(ScoreNode section, Passage passage) {
        move(section.rules, rules, rule -> stands(rule, passage));
        move(section.numbers, numbers, number -> stands(number, passage));
        move(
                section.taken,
                taken,
                each -> each.points()
                        .or(() -> each.each().map(Each::per))
                        .filter(points -> stands(points, passage))
                        .isPresent());
        if (section.allTaken.filter(all -> stands(all, passage)).isPresent()) {
            allTaken = section.allTaken;
            section.allTaken = Optional.empty();
        }
    }

    private static boolean stands(Mention mention, Passage passage) {
        return mention.figure().passage().order() == passage.order();
    }

    private static <T> void move(List<T> from, List<T> to, Predicate<T> which) {
        from.stream().filter(which).forEach(to::add);
        from.removeIf(which);
    }

    void tellSome() {
        some = true;
    }

    void step() {
        steps = true;
    }

    /** The points got as they stand at the section itself, or as its closing sum says. */
    List<Figure> scores() {
        List<Figure> scores = new ArrayList<>();
        got.map(Mention::figure).ifPresent(scores::add);
        sums.stream().map(sum -> sum.points().figure()).forEach(scores::add);
        return scores;
    }

    boolean isScored() {
        return weight.isPresent() && got.isPresent();
    }

    /** Whether one of its parts scores more than it weighs, so that a sum of them is in doubt. */
    boolean holdsTooMuch() {
        return parts.stream()
                .filter(ScoreNode::isScored)
                .anyMatch(part -> part.got
                                .orElseThrow()
                                .figure()
                                .value()
                                .compareTo(part.weight.orElseThrow().figure().value())
                        > 0);
    }

    /** Whether its parts already weigh as much as it does. */
    boolean isFilled() {
        Exact weights = parts.stream()
                .flatMap(part -> part.weight.stream())
                .map(part -> part.figure().value())
                .reduce(Exact.ZERO, Exact::plus);
        return weight.filter(whole -> weights.compareTo(whole.figure().value()) >= 0)
                .isPresent();
    }

    /** A single score told without a weight below a section that has none yet is the section's own. */
    void settle() {
        parts.forEach(ScoreNode::settle);
        boolean only = parts.size() == 1
                && parts.get(0).weight.isEmpty()
                && parts.get(0).parts.isEmpty();
        if (only && got.isEmpty() && weight.isPresent()) {
            got = parts.get(0).got;
            parts.clear();
        }
    }
}
