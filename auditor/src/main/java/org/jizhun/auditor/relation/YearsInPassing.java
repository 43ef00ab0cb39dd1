package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * Years said where only the year of the report can be meant: what the office did under its leaders (2022年，我局在县委的领导下), what the preface says is
 * evaluated, what the goals are of, the caption of a table, what is still to be done, and the two years of a budget report.
 */
final class YearsInPassing {

    /** 2022年，我局在县委、县政府的坚强领导下，较好地完成了年度绩效目标. */
    private static final Sought LED = Sought.of(
            Pattern.compile(
                    "(?:^|[。；])(?:总的来看|总体来看|总体上看|总体看)?，?(?<year>20\\d{2})(?<word>年度?)，?(?:我[局办委部厅院校乡镇县市区所站馆]|我中心|我单位|本部门|本单位|全[局校院县市区乡镇省])[^。；\\d]{0,40}?(?:领导下|指导下|支持下|关心下|完成了?(?:年度|全年|既定|各项)[^，。；\\d]{0,10}(?:目标|任务))"),
            "领指支关完");
    /** 对浔川学院2022年度专项资金的使用和绩效情况进行了评价, in the preface. */
    private static final Sought EVALUATED = Sought.of(
            Pattern.compile(
                    "对[^，。；：《》\\d]{0,30}(?<![—～~至到-])(?<year>20\\d{2})(?<word>年度?)(?![—～~至到-])[^，。；《》]{0,40}(?:进行|开展|实施)了?[^，。；]{0,10}(?:自评|评价|监控)"));
    /** 2022年度专项资金绩效目标为：…. */
    private static final Sought GOALS =
            Sought.of(Pattern.compile("(?<year>20\\d{2})(?<word>年度)[^，。；\\d《》]{0,14}绩效目标(?:为|是|：|如下|包括)"));

    private static final Sought CAPTION =
            Sought.of("^(?:附?表\\s?[\\d一二三四五六七八九十]{1,3})[^，。；\\d]{0,6}(?<year>20\\d{2})(?<word>年度?)(?!\\d{1,2}月\\d)");
    /** 2023年第四季度起增加护理人员, among measures to be taken. */
    private static final Sought AHEAD = Sought.of(
            "(?<![自从])(?<year>20\\d{2})(?<word>年)(?:第?[一二三四]季度|[上下]半年|\\d{1,2}月)(?:起|开始|底?前|末前)(?![^。；]*(?:已|未|完成了))");

    private static final Sought MEASURES = Sought.of("下一步|打算|措施|建议|下阶段|工作计划");
    private static final Sought OTHER = Sought.of("上年|去年|上一年|整改|审计|比|较|同期|下年|明年|编制|历年|工作方案|通知|印发|结果|抽查|问题|立项");
    private static final Sought TWO_YEARS = Sought.of(
            "(?<year>20\\d{2})年[^，。；\\d]{0,20}预算执行[^，。；\\d]{0,16}(?<next>20\\d{2})年[^，。；\\d]{0,20}预算(?:草案|安排)");
    /** 总的来看，2022年预算执行情况总体平稳. */
    private static final Sought ALL_IN_ALL =
            Sought.of("(?:总的来看|总体来看|总体上看|总体看|总的看|综上所述|综上|总之)，?(?<year>20\\d{2})(?<word>年度?)(?!.{0,6}以来)");
    /** 2025年全市一般公共预算收入预期134.43亿元, below the heading of the budget of 2024. */
    private static final Sought PLANNED =
            Sought.of("^(?<year>20\\d{2})(?<word>年)[^，。；\\d]{0,16}(?:收入|支出)(?:预期|预计|安排|拟安排|预算安排|预算为|目标为)");

    private static final int FIRST = 6;

    private YearsInPassing() {}

    static void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        TitleYear.of(passages).ifPresent(title -> ofOneYear(passages, title, ledger));
        ofTwoYears(claims, ledger);
    }

    private static void ofOneYear(List<Passage> passages, Map.Entry<String, Spot> title, Ledger ledger) {
        boolean preface = true;
        boolean measures = false;
        boolean goalsSaid = isSaid(passages, title.getKey() + "年度", GOALS);
        for (Passage passage : passages) {
            preface = preface && !Chapters.isTitle(passage.text());
            measures = Chapters.isTitleLine(passage) ? MEASURES.isIn(passage) : measures;
            past(passage, LED, title, ledger);
            if (preface) {
                past(passage, EVALUATED, title, ledger);
            }
            if (measures) {
                past(passage, AHEAD, title, ledger);
            }
            if (!goalsSaid) {
                past(passage, GOALS, title, ledger);
            }
            caption(passages, passage, title, ledger);
        }
    }

    /** Years before the one of the title, where nothing in the clause or the sentence says that an earlier one is meant. */
    private static void past(Passage passage, Sought pattern, Map.Entry<String, Spot> title, Ledger ledger) {
        Matcher matcher = pattern.in(passage);
        while (matcher.find()) {
            int apart = Integer.parseInt(title.getKey()) - Integer.parseInt(matcher.group("year"));
            int stop = passage.text().indexOf('。', matcher.end());
            String sentence = passage.text()
                    .substring(matcher.start(), stop < 0 ? passage.text().length() : stop);
            if (apart >= 1 && apart <= 2 && !OTHER.isIn(matcher.group()) && !sentence.contains(title.getKey())) {
                tell(passage, matcher, title.getKey(), title.getValue(), ledger);
            }
        }
    }

    private static boolean isSaid(List<Passage> passages, String year, Sought pattern) {
        return passages.stream().filter(pattern::isIn).anyMatch(passage -> {
            Matcher matcher = pattern.in(passage);
            boolean said = false;
            while (matcher.find()) {
                said = said || matcher.group().startsWith(year);
            }
            return said;
        });
    }

    /** 表2 2023年1—6月项目支出执行情况表 in a report on 2024 that nowhere else speaks of 2023. */
    private static void caption(List<Passage> passages, Passage passage, Map.Entry<String, Spot> title, Ledger ledger) {
        Matcher caption = CAPTION.in(passage);
        if (!caption.find()) {
            return;
        }
        String stated = caption.group("year");
        if (Integer.parseInt(title.getKey()) - Integer.parseInt(stated) != 1) {
            return;
        }
        Pattern again = Pattern.compile("(?<![〔（\\[\\d])" + stated + "(?!\\d|〕|年\\d{1,2}月\\d)");
        boolean alone = passages.stream()
                .filter(other -> other.order() != passage.order())
                .noneMatch(other -> again.matcher(other.text()).find());
        if (alone && passage.text().indexOf("20", caption.end()) < 0) {
            tell(passage, caption, title.getKey(), title.getValue(), ledger);
        }
    }

    /** 关于2023年预算执行情况和2024年预算草案的报告, also over two lines. */
    private static void ofTwoYears(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        for (int i = 0; i < Math.min(FIRST, passages.size()) - 1; i++) {
            Matcher title =
                    TWO_YEARS.in(passages.get(i).text() + passages.get(i + 1).text());
            if (passages.get(i).text().length() > 60 || !title.find()) {
                continue;
            }
            int now = Integer.parseInt(title.group("year"));
            int next = Integer.parseInt(title.group("next"));
            Spot because = passages.get(i).spot();
            for (Passage passage : passages) {
                Optional<Integer> section = YearsOfSections.of(claims).at(passage.order());
                if (section.filter(year -> year == now).isPresent()) {
                    apart(passage, ALL_IN_ALL, now - 1, now, because, ledger);
                } else if (section.filter(year -> year == next).isPresent()) {
                    apart(passage, PLANNED, next + 1, next, because, ledger);
                }
            }
            return;
        }
    }

    private static void apart(Passage passage, Sought pattern, int wrong, int right, Spot because, Ledger ledger) {
        Matcher matcher = pattern.in(passage);
        while (matcher.find()) {
            if (Integer.parseInt(matcher.group("year")) == wrong) {
                tell(passage, matcher, String.valueOf(right), because, ledger);
            }
        }
    }

    private static void tell(Passage passage, Matcher matcher, String right, Spot because, Ledger ledger) {
        Spot where = passage.spot(matcher.start("year"), matcher.end("word"));
        if (!ledger.findsInLine(Kind.YEAR, where)) {
            String word = matcher.group("word");
            ledger.find(WrongYear.finding(Kind.YEAR, matcher.group("year") + word, right + word, where, because));
        }
    }
}
