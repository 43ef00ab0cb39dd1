package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Problems in one line and measures in the next, each counted off: 问题：①…；②…；③… and 整改：①…；②…. Where one measure is missing, the problem that shares the
 * fewest words with all measures is told.
 */
final class ProblemLines {

    private static final Sought PROBLEMS = Sought.of(
            "(?:^|[。；]|（[一二三四五六七八九十\\d]{1,3}）|[一二三四五六七八九十\\d][、.])(?:存在的?|发现的?|主要)*(?:问题|不足)(?:及|和|与)?(?:不足|问题|原因)?(?:分析)?：(?=一是|①|（1）|1[.、．])");
    private static final Sought MEASURES =
            Sought.of("(?:下一步|下步|拟采取的?|采取的?)?(?:整改|改进)(?:措施|情况|落实情况|建议|打算|举措)?：(?=一是|①|（1）|1[.、．])");
    private static final Sought POINT = Sought.of("(?<=^|[：；。，])(?:[一二三四五六七八九十]是|[①-⑩]|（\\d）|\\d[.、．](?!\\d))");
    private static final int REACH = 2;
    private static final int LABEL = 4;

    private record Item(int start, int end, String text) {}

    private ProblemLines() {}

    static void examine(List<Passage> passages, Ledger ledger) {
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Matcher problems = PROBLEMS.in(passage);
            if (!problems.find()) {
                continue;
            }
            Matcher measures = MEASURES.in(passage);
            boolean inOne = measures.find();
            while (inOne && measures.start() < problems.end()) {
                inOne = measures.find();
            }
            if (inOne) {
                judge(passage, problems.end(), measures.start(), passage, measures.end(), ledger);
                continue;
            }
            for (int at = i + 1; at <= Math.min(i + REACH, passages.size() - 1); at++) {
                Matcher below = MEASURES.in(passages.get(at));
                if (below.find() && below.start() <= LABEL) {
                    judge(passage, problems.end(), passage.text().length(), passages.get(at), below.end(), ledger);
                    break;
                }
            }
        }
    }

    private static List<Item> items(String text, int begin, int stop) {
        List<Item> items = new ArrayList<>();
        Matcher point = POINT.in(text);
        int open = -1;
        while (point.find()) {
            if (point.start() >= begin && point.start() < stop) {
                add(items, text, open, point.start());
                open = point.start();
            }
        }
        add(items, text, open, stop);
        return items;
    }

    private static void add(List<Item> items, String text, int from, int to) {
        int end = to;
        while (from >= 0 && end > from && "；。，".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (from >= 0) {
            items.add(new Item(from, end, text.substring(from, end)));
        }
    }

    private static void judge(Passage problems, int begin, int stop, Passage measures, int from, Ledger ledger) {
        List<Item> asked = items(problems.text(), begin, stop);
        String text = measures.text().substring(from);
        List<Item> answers = items(text, 0, text.length());
        if (answers.isEmpty() || asked.size() != answers.size() + 1) {
            return;
        }
        List<Item> byAnswer = new ArrayList<>(asked);
        byAnswer.sort(Comparator.comparingLong(item -> SharedWords.shared(item.text(), text)));
        Item open = byAnswer.get(0);
        if (SharedWords.shared(open.text(), text)
                < SharedWords.shared(byAnswer.get(1).text(), text)) {
            Problem problem = Problem.of("measure-missing", Place.NONE, "stated", open.text());
            ledger.find(Finding.of(
                    Kind.COVERAGE,
                    open.text(),
                    Optional.empty(),
                    problem,
                    problems.spot(open.start(), open.end()),
                    List.of(measures.spot())));
        }
    }
}
