package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Sought;

/** Problems that share no word with any measure, where the measures do not answer all. */
final class UnansweredProblems {

    /** What a general measure such as training may well answer. */
    private static final Sought OF_PEOPLE =
            Sought.of("意识|认识|理念|观念|重视|知晓|宣传|业务|能力|人员|素质|人才|队伍|水平|经验|学习|培训|专业|沟通|协调|政策|氛围|参与|责任");

    /** Measures that fit any report. */
    private static final Sought PLATITUDE = Sought.of(
            "^(?:（[^）]{1,3}）|\\d{1,2}[.、．]|[一二三四五六七八九十]是)?(?:进一步|不断|持续|切实)?(?:加强|加大|强化|抓好|做好|注重)(?:政策|业务|理论|相关|法规|人员|干部|日常)*(?:宣传|学习|培训|教育|组织领导|沟通协调|统筹协调|作风建设|队伍建设)");

    /** So many words of what is said of a problem come again in measures for others. */
    private static final int MOST_BY_CHANCE = 4;

    private static final int SUBJECT = 4;
    private static final Sought NUMBERED = Sought.of("^(?:（[一二三四五六七八九十]+）|\\d+[.、])");

    private UnansweredProblems() {}

    /** Problems that share no word with any measure, where every measure answers some problem or is a platitude. */
    static void tell(List<ReportPoint> problems, List<ReportPoint> measures, String head, Ledger ledger) {
        if (problems.size() < 2 || measures.size() < 2) {
            return;
        }
        StringBuilder all = new StringBuilder();
        measures.forEach(measure -> all.append(measure.body()).append(' '));
        List<ReportPoint> open = problems.stream()
                .filter(problem -> !SharedWords.covered(problem.body(), all.toString()))
                .filter(problem -> !OF_PEOPLE.isIn(problem.body()))
                .toList();
        StringBuilder asked = new StringBuilder();
        problems.forEach(problem -> asked.append(problem.body()).append(' '));
        boolean spare = measures.stream()
                .anyMatch(measure ->
                        !SharedWords.covered(measure.body(), asked.toString()) && !PLATITUDE.isIn(measure.title()));
        if (open.isEmpty() && measures.size() < problems.size()) {
            lowest(problems, all.toString(), head).ifPresent(item -> ProblemsAndMeasures.tell(item, ledger));
            return;
        }
        boolean platitude = measures.size() < problems.size()
                || measures.stream().anyMatch(measure -> PLATITUDE.isIn(measure.title()));
        if (open.size() == 1 && !spare && platitude) {
            ProblemsAndMeasures.tell(open.get(0), ledger);
        }
    }

    /** The one problem whose heading shares a word at most with all measures, where every other shares two. */
    static Optional<ReportPoint> lowest(List<ReportPoint> problems, String measures, String head) {
        List<ReportPoint> open = problems.stream()
                .filter(problem -> SharedWords.shared(problem.title(), measures) <= 1)
                .filter(problem -> !hasOwnWord(problem, problems, measures, head))
                .toList();
        return problems.size() >= 2
                        && open.size() == 1
                        && SharedWords.shared(open.get(0).body(), measures) <= MOST_BY_CHANCE
                        && !OF_PEOPLE.isIn(open.get(0).title())
                ? Optional.of(open.get(0))
                : Optional.empty();
    }

    /** 会计凭证管理不严, 严格凭证审核: the problem begins with a word of the measures that no other problem has. */
    private static boolean hasOwnWord(ReportPoint problem, List<ReportPoint> problems, String measures, String head) {
        String plain = NUMBERED.replaceFirst(problem.title(), "");
        return SharedWords.pairs(plain.substring(0, Math.min(SUBJECT, plain.length()))).stream()
                .filter(pair -> measures.contains(pair) && !head.contains(pair))
                .anyMatch(pair -> problems.stream()
                        .noneMatch(
                                other -> !other.equals(problem) && other.body().contains(pair)));
    }

    /** A measure that fits any report. */
    static boolean isPlatitude(String measure) {
        return PLATITUDE.isIn(measure);
    }
}
