package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Every problem the report names has a measure. A problem is a heading of the chapter on problems; it has a measure if its
 * own words come again, two neighbouring characters at least, in the chapter on measures. Where that chapter is missing, or
 * two headings fewer than problems, the same is said once.
 */
final class ProblemsAndMeasures implements Relation {

    private static final Pattern PROBLEMS = Pattern.compile(
            "(?<!(?:需要|需|应当|予以)(?:重点)?说明的|其他|其它|有关|若干|几个)(?:问题|不足|偏差|困难|短板|差距|薄弱环节)(?:(?:及|和|与|的)?(?:主要)?原因)?(?:分析|说明)?$");
    private static final Sought BOTH = Sought.of("(?:问题|不足).{0,10}(?:措施|建议|打算)");
    private static final Pattern MEASURES = Pattern.compile("措施|建议|下一步|下步|改进|整改|打算");
    private static final Sought AHEAD = Sought.of("下一步|下步|今后将|拟采取|改进措施[：:]|措施[：:]");

    /** 针对…问题, 一是, ；: a measure of its own. */
    private static final Sought PARTED = Sought.of("针对|[一二三四五六七八九十]是|(?:^|[。；])\\d{1,2}[.、．](?!\\d)|；");

    /** （一）…；（二）…；（三）… in one paragraph. */
    private static final Sought BRACKETED = Sought.of("(?:^|[。；])（[一二三四五六七八九十]{1,2}）");

    private static final int SENTENCE = 20;
    private static final int TITLE = 3;

    @Override
    public String name() {
        return "problems-and-measures";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        points(passages, ledger);
        ProblemLines.examine(passages, ledger);
        int problems = Chapters.find(passages, 0, PROBLEMS);
        if (problems < 0 || BOTH.isIn(passages.get(problems).text())) {
            return;
        }
        int end = Chapters.next(passages, problems + 1);
        int measures = Chapters.find(passages, problems + 1, MEASURES);
        List<Passage> headings = Chapters.headings(passages.subList(problems + 1, end));
        if (measures < 0) {
            if (!headings.isEmpty()) {
                Passage heading = passages.get(problems);
                tell("measures-none", heading, heading.text(), heading.text().length(), ledger);
            }
            return;
        }
        List<Passage> answers = passages.subList(measures + 1, Chapters.next(passages, measures + 1));
        if (answers.isEmpty()) {
            return;
        }
        if (Chapters.headings(answers).size() >= headings.size()) {
            UnansweredProblems.tell(
                    ReportPoint.ofHeadings(headings, passages.subList(problems + 1, end)),
                    ReportPoint.ofHeadings(Chapters.headings(answers), answers),
                    head(passages),
                    ledger);
            return;
        }
        StringBuilder text = new StringBuilder();
        answers.stream()
                .filter(passage -> passage.text().length() >= SENTENCE
                        || Chapters.isHeading(passage)
                        || "。；：".indexOf(passage.text().charAt(passage.text().length() - 1)) >= 0)
                .forEach(passage -> text.append(passage.text()));
        Optional<Passage> left = left(headings, Chapters.headings(answers), text.toString());
        if (left.isPresent()) {
            String title = Chapters.title(left.get().text());
            tell("measure-missing", left.get(), title, left.get().text().length(), ledger);
            return;
        }
        if (bracketed(answers) >= headings.size()) {
            return; // as many measures as problems, in one paragraph
        }
        List<Passage> chapter = passages.subList(problems + 1, end);
        boolean told = false;
        for (Passage heading : headings) {
            if (!SharedWords.covered(Chapters.body(heading, headings, chapter), text.toString())) {
                String title = Chapters.title(heading.text());
                tell("measure-missing", heading, title, heading.text().length(), ledger);
                told = true;
            }
        }
        if (!told && units(answers) < headings.size()) {
            List<ReportPoint> items = headings.stream()
                    .map(heading -> new ReportPoint(
                            Chapters.title(heading.text()),
                            Chapters.body(heading, headings, chapter),
                            heading,
                            0,
                            heading.text().length(),
                            false))
                    .toList();
            UnansweredProblems.lowest(items, text.toString(), head(passages)).ifPresent(item -> tell(item, ledger));
        }
    }

    /** How many measures there are: numbered ones, points, those parted by semicolons, or paragraphs. */
    private static int units(List<Passage> answers) {
        int parted = 0;
        for (Passage answer : answers) {
            Matcher part = PARTED.in(answer.text());
            while (part.find()) {
                parted++;
            }
        }
        int numbered = Chapters.headings(answers).size();
        long paragraphs = answers.stream()
                .filter(answer -> answer.text().length() >= SENTENCE)
                .count();
        return Math.max(numbered, Math.max(numbered > 1 ? 0 : Math.toIntExact(paragraphs), parted));
    }

    private static int bracketed(List<Passage> answers) {
        int bracketed = 0;
        for (Passage answer : answers) {
            Matcher bracket = BRACKETED.in(answer.text());
            while (bracket.find()) {
                bracketed++;
            }
        }
        return bracketed;
    }

    /** What the whole report is about, by its first lines. */
    private static String head(List<Passage> passages) {
        return passages.stream().limit(TITLE).map(Passage::text).reduce("", String::concat);
    }

    static void tell(ReportPoint item, Ledger ledger) {
        tell("measure-missing", item.passage(), item.title(), item.start(), item.end(), ledger);
    }

    /** One measure fewer than problems, and one problem whose heading has no word of any measure: that one is left. */
    private static Optional<Passage> left(List<Passage> headings, List<Passage> answers, String text) {
        boolean general =
                answers.stream().anyMatch(answer -> UnansweredProblems.isPlatitude(Chapters.title(answer.text())));
        List<Passage> open = headings.stream()
                .filter(heading -> !SharedWords.covered(Chapters.title(heading.text()), text))
                .toList();
        return answers.size() >= 2 && headings.size() == answers.size() + 1 && open.size() == 1 && !general
                ? Optional.of(open.get(0))
                : Optional.empty();
    }

    /** 一是…；二是… for the problems, and again for the measures, in chapters of their own or in one. */
    private static void points(List<Passage> passages, Ledger ledger) {
        for (int i = 0; i < passages.size(); i++) {
            String heading = passages.get(i).text();
            boolean both = BOTH.isIn(heading);
            if (!Chapters.isTitle(heading)
                    || heading.length() > 40
                    || !(both || PROBLEMS.matcher(heading).find())) {
                continue;
            }
            int end = Chapters.next(passages, i + 1);
            List<ReportPoint> problems = ReportPoint.inText(passages.subList(i + 1, end));
            List<ReportPoint> measures = new ArrayList<>();
            if (both) {
                int at = 1;
                while (at < problems.size() && !problems.get(at).begins()) {
                    at++;
                }
                measures.addAll(problems.subList(Math.min(at, problems.size()), problems.size()));
                problems = problems.subList(0, Math.min(at, problems.size()));
            } else {
                int chapter = Chapters.find(passages, i + 1, MEASURES);
                if (chapter >= 0) {
                    List<Passage> answers = passages.subList(chapter + 1, Chapters.next(passages, chapter + 1));
                    measures.addAll(ReportPoint.inText(answers));
                    if (measures.isEmpty()) {
                        Chapters.headings(answers).forEach(answer -> measures.add(ReportPoint.headed(answer)));
                    }
                }
            }
            boolean mixed = problems.stream().anyMatch(item -> AHEAD.isIn(item.body()));
            if (!mixed) {
                UnansweredProblems.tell(problems, measures, head(passages), ledger);
            }
            return;
        }
    }

    private static void tell(String code, Passage heading, String stated, int length, Ledger ledger) {
        tell(code, heading, stated, 0, length, ledger);
    }

    /** The message names the heading; what is quoted is all that the paragraph says of it. */
    private static void tell(String code, Passage heading, String title, int start, int end, Ledger ledger) {
        Problem problem = Problem.of(code, Place.NONE, "stated", title);
        ledger.find(Finding.of(
                Kind.COVERAGE,
                heading.text().substring(start, end),
                Optional.empty(),
                problem,
                heading.spot(start, end),
                List.of()));
    }
}
