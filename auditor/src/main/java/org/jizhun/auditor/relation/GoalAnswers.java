package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jspecify.annotations.Nullable;

/** How much of a goal comes again in a document. */
final class GoalAnswers {

    /** 目标完成情况：老旧小区改造8个全部完工, in one line. */
    static final Sought RESULTS_INLINE =
            Sought.of("(?:^|[。；])(?:全年|年度|目标)?(?:绩效)?(?:目标|任务)?(?:实际)?(?:完成|达成|实现)情况：(?=.)");

    /** Units that count anything. */
    private static final Sought ANYTHING = Sought.of("个|项|家|次|人|名|处|份|场|件|户|万元|元|%|人次|" + StatedGoal.TIME);

    static final int ALL = 100;

    /** Less than that of a goal, in hundredths, is no answer. */
    static final int MISSING = 30;

    /** By so much every other goal of the list is answered better. */
    static final int APART = 15;

    /** So much is as good as all: no goal of less than {@link #MISSING} is nearer to it than {@link #APART}. */
    private static final int ANSWERED = MISSING + APART;

    private GoalAnswers() {}

    /**
     * How much of a goal comes again, in hundredths: the most that one sentence or row of a table outside the list has of it, or
     * {@link #ANSWERED} as soon as that much is found.
     */
    static int answered(Claims claims, StatedGoal goal, Set<Integer> own) {
        int most = 0;
        for (Answers answers : Answers.of(claims)) {
            if (answers.passage() == null || !own.contains(answers.passage().order())) {
                most = Math.max(most, answered(goal, answers.sentences(), answers.figures()));
            } else if (answers.results() > 0) {
                int results = answers.results();
                List<Figure> figures = answers.figures().stream()
                        .filter(figure -> figure.start() > results)
                        .toList();
                List<String> sentences = sentences(answers.passage().text().substring(results));
                most = Math.max(most, answered(goal, sentences, figures));
            }
            if (most >= ANSWERED) {
                return ANSWERED;
            }
        }
        return most;
    }

    private static int answered(StatedGoal goal, List<String> sentences, List<Figure> figures) {
        for (Figure figure : figures) {
            if (goal.figures().stream().anyMatch(wanted -> isNear(figure, wanted))) {
                return ALL;
            }
        }
        int most = 0;
        for (String sentence : sentences) {
            int shared = 0;
            for (String pair : goal.pairs()) {
                shared += sentence.contains(pair) ? 1 : 0;
            }
            int part =
                    goal.pairs().isEmpty() ? ALL : shared * ALL / goal.pairs().size();
            boolean answers = goal.figures().isEmpty()
                    ? shared >= 1
                    : (!goal.head().isEmpty() && sentence.contains(goal.head()))
                            || (shared >= 1 && goal.units().stream().anyMatch(unit -> isCounted(sentence, unit)))
                            || (shared >= 2 && part >= MISSING / 2);
            most = Math.max(most, answers ? Math.max(part, ANSWERED) : part);
        }
        return most;
    }

    /** Whether a unit stands behind a digit somewhere. */
    private static boolean isCounted(String sentence, String unit) {
        for (int at = sentence.indexOf(unit, 1); at > 0; at = sentence.indexOf(unit, at + 1)) {
            if (sentence.charAt(at - 1) >= '0' && sentence.charAt(at - 1) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** A figure of one unit that is half to twice the goal's. */
    private static boolean isNear(Figure figure, Figure wanted) {
        boolean telling = !ANYTHING.is(wanted.unit());
        return telling
                && figure.isLike(wanted)
                && figure.kind() != Figure.Kind.PERCENT
                && figure.kind() != Figure.Kind.PLAIN
                && (!Sought.kept("人|名|人次").is(figure.thing()) || Near.within(figure.value(), wanted.value(), 25))
                && figure.value().plus(figure.value()).compareTo(wanted.value()) >= 0
                && figure.value().compareTo(wanted.value().plus(wanted.value())) <= 0;
    }

    /** Where the results begin that stand in one paragraph with the goals; its end without any. */
    static int resultsOf(String text, int from) {
        Matcher results = RESULTS_INLINE.in(text);
        while (results.find()) {
            if (results.start() >= from) {
                return results.start() + 1;
            }
        }
        return text.length();
    }

    private static List<String> sentences(String text) {
        return List.of(text.split("[。；]", -1));
    }

    /**
     * A paragraph or a row of a table, in which a goal can come again.
     *
     * @param passage the paragraph; null for a row
     * @param results where its results begin, if goals stand before them; else 0
     */
    private record Answers(@Nullable Passage passage, int results, List<String> sentences, List<Figure> figures) {

        /** All of the document: parted once, or every goal would part it anew. */
        static List<Answers> of(Claims claims) {
            return claims.derived(All.class, All::new).answers;
        }

        private static final class All {
            private final List<Answers> answers = new ArrayList<>();

            All(Claims claims) {
                for (Passage passage : claims.passages()) {
                    int results = resultsOf(passage.text(), 0);
                    answers.add(new Answers(
                            passage,
                            results < passage.text().length() ? results : 0,
                            GoalAnswers.sentences(passage.text()),
                            claims.figures(passage)));
                }
                for (Table table : claims.tables()) {
                    for (Table.Row row : table.rows()) {
                        StringBuilder text = new StringBuilder();
                        row.cells().forEach(cell -> text.append(cell.text()).append(' '));
                        List<Figure> figures =
                                row.figures().stream().flatMap(Optional::stream).toList();
                        answers.add(new Answers(null, 0, List.of(text.toString()), figures));
                    }
                }
            }
        }
    }
}
