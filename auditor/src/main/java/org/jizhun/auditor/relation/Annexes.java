package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** What the text refers to must be there: annexes by number or at all, tables by number, chapters by number. */
final class Annexes implements Relation {

    private static final Sought REFERRED = Sought.of(Pattern.compile(
            "(?:详见|见|参见|如|附于)(?<what>附件|附表)(?<number>\\d{1,2})?(?<title>《[^》]{4,60}》?|[^，。；：（）]{4,40})?"));
    private static final Sought ANNEX =
            Sought.of(Pattern.compile("^(?:附件|附表)(?<number>\\d{1,2})?(?:[:：、.\\s]|$|[^\\d，。]{2,60}$)"));
    private static final Sought LISTED =
            Sought.of(Pattern.compile("^(?<number>\\d{1,2})[.、．](?!\\d)[^。]{2,60}(?:表|报告|清单|方案|材料|情况|说明|问卷|明细)$"));
    /** 详见本公开第五部分, 按第六部分所述要求, 第七部分已作说明: chapters of this document, not of a law in 《》. */
    private static final Sought CHAPTER = Sought.of(
            Pattern.compile(
                    "(?:(?:详见|见|参见|按照?|如|根据|参照|参阅|在|于|与|针对|对|由|从|即|结合|前文|上文)(?:本(?:报告|公开|说明|文|方案|材料|通知)?)?(?:中)?的?第(?<number>[一二三四五六七八九十]{1,3})(?<what>部分|章)(?!》)"
                            + "|(?<=^|[，。；（])(?:本(?:报告|公开|说明|文))?第(?<first>[一二三四五六七八九十]{1,3})(?<its>部分|章)(?:所述|所列|已|中|内容|对此|将))"),
            "部章",
            "第");

    /** 见附录D. */
    private static final Sought APPENDIX = Sought.of(Pattern.compile("附录(?<letter>[A-Z]|[一二三四五六七八九])"));

    private static final Sought HEADING =
            Sought.of(Pattern.compile("^(?:第(?<part>[一二三四五六七八九十]{1,3})(?:部分|章)|(?<number>[一二三四五六七八九十]{1,3})、)"));
    private static final Sought TABLE =
            Sought.of(Pattern.compile("(?:详见|见|如|（)表(?<number>\\d{1,2}(?:-\\d{1,2})?)(?!\\d)"));
    /** 附件：1.自评表 2.佐证材料: the numbers of a list in one line. */
    private static final Sought LISTED_INLINE =
            Sought.of("(?:^|[:：\\s；。]|(?<=[\\u4e00-\\u9fa5）]))(?<number>\\d{1,2})[.、．](?!\\d)");

    private static final Sought LEADING = Sought.of("^\\d{1,2}");
    private static final Sought ITEM = Sought.of("(?<number>\\d{1,2})[.、．](?!\\d)[^，。；]{2,40}");

    private static final Sought TABLE_TITLE = Sought.of("^表\\s?(?<number>\\d{1,2}(?:-\\d{1,2})?)");

    @Override
    public String name() {
        return "annex";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        annexes(claims.passages(), ledger);
        appendices(claims, ledger);
        QuotedHeadings.examine(claims.passages(), ledger);
        AnnexesCounted.examine(claims.passages(), ledger);
        chapters(claims.passages(), ledger);
        tables(claims, ledger);
    }

    private static void annexes(List<Passage> passages, Ledger ledger) {
        Set<Integer> present = new LinkedHashSet<>();
        boolean any = false;
        boolean listing = false;
        for (Passage passage : passages) {
            Matcher annex = ANNEX.in(passage);
            Matcher listed = LISTED.in(passage);
            if (annex.find()) {
                any = true;
                listing = true;
                present.add(annex.group("number") == null ? 1 : Integer.parseInt(annex.group("number")));
                Matcher inline = LISTED_INLINE.in(passage);
                while (inline.find()) {
                    present.add(Integer.parseInt(inline.group("number")));
                }
            } else if (listing && (listed.find() || isNext(passage, present))) {
                present.add(number(passage));
            } else {
                listing = false;
            }
        }
        boolean told = false;
        for (Passage passage : passages) {
            Matcher matcher = REFERRED.in(passage);
            while (matcher.find() && !ANNEX.in(passage).find()) {
                String number = matcher.group("number");
                if (number != null && any && !present.contains(Integer.parseInt(number))) {
                    tell("annex-missing", Kind.ANNEX, passage, matcher, matcher.group("what") + number, ledger);
                } else if (!any && !told && (number != null || matcher.group("title") != null)) {
                    // tables that 详见附件 alone names are published beside the text
                    told = true;
                    String title = matcher.group("title") == null
                            ? matcher.group("what") + (number == null ? "" : number)
                            : Sought.kept("[《》]").replaceAll(matcher.group("title"), "");
                    tell("annex-none", Kind.ANNEX, passage, matcher, title, ledger);
                }
            }
        }
    }

    /** Appendices with letters: at least two begin a line, and one that is referred to does not. */
    private static void appendices(Claims claims, Ledger ledger) {
        Set<String> present = new LinkedHashSet<>();
        List<Passage> passages = claims.passages();
        List<String> lines = new ArrayList<>();
        passages.forEach(passage -> lines.add(passage.text()));
        claims.manuscript().grids().forEach(grid -> {
            lines.add(grid.caption());
            lines.add(grid.looseHeading());
        });
        for (String line : lines) {
            Matcher matcher = APPENDIX.in(line);
            while (matcher.find()) {
                if (matcher.start() == 0 || "；。".indexOf(line.charAt(matcher.start() - 1)) >= 0) {
                    present.add(matcher.group("letter"));
                }
            }
        }
        for (Passage passage : passages) {
            Matcher matcher = APPENDIX.in(passage);
            while (matcher.find()) {
                boolean referred =
                        matcher.start() > 0 && "见在如与和、于".indexOf(passage.text().charAt(matcher.start() - 1)) >= 0;
                if (referred && present.size() > 1 && !present.contains(matcher.group("letter"))) {
                    tell("annex-missing", Kind.ANNEX, passage, matcher, matcher.group(), ledger);
                }
            }
        }
    }

    private static int number(Passage item) {
        Matcher number = LEADING.in(item.text());
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }

    /** 3.基础数据和访谈记录 below 2.满意度问卷, whatever it is called. */
    private static boolean isNext(Passage passage, Set<Integer> present) {
        Matcher item = ITEM.in(passage);
        return item.matches() && present.contains(Integer.parseInt(item.group("number")) - 1);
    }

    private static void chapters(List<Passage> passages, Ledger ledger) {
        Set<Integer> parts = new LinkedHashSet<>();
        Set<Integer> numbered = new LinkedHashSet<>();
        for (Passage passage : passages) {
            Matcher heading = HEADING.in(passage);
            if (heading.find()) {
                boolean part = heading.group("part") != null;
                (part ? parts : numbered).add(Numerals.value(heading.group(part ? "part" : "number")));
            }
        }
        Set<Integer> present = parts.size() > 1 ? parts : numbered;
        for (Passage passage : passages) {
            Matcher matcher = CHAPTER.in(passage.text());
            while (matcher.find()) {
                boolean told = matcher.group("number") != null;
                String number = matcher.group(told ? "number" : "first");
                boolean heading =
                        matcher.start() == 0 && !told && passage.text().length() < 40;
                if (present.size() > 1 && !heading && !present.contains(Numerals.value(number))) {
                    String stated = "第" + number + matcher.group(told ? "what" : "its");
                    tell("chapter-missing", Kind.OUTLINE, passage, matcher, stated, ledger);
                }
            }
        }
    }

    private static void tables(Claims claims, Ledger ledger) {
        Set<String> present = new LinkedHashSet<>();
        List<String> titles = new ArrayList<>();
        claims.passages().forEach(passage -> titles.add(passage.text()));
        for (Grid grid : claims.manuscript().grids()) {
            titles.add(grid.caption());
            titles.add(grid.looseHeading());
            grid.rows().forEach(row -> titles.add(row.get(0).text()));
        }
        for (String title : titles) {
            Matcher matcher = TABLE_TITLE.in(title);
            if (matcher.find()) {
                present.add(matcher.group("number"));
            }
        }
        for (Passage passage : claims.passages()) {
            Matcher matcher = TABLE.in(passage);
            while (matcher.find()) {
                if (!present.isEmpty() && !present.contains(matcher.group("number"))) {
                    tell("table-missing", Kind.ANNEX, passage, matcher, "表" + matcher.group("number"), ledger);
                }
            }
        }
    }

    private static void tell(String code, Kind kind, Passage passage, Matcher matcher, String stated, Ledger ledger) {
        Problem problem = Problem.of(code, Place.NONE, "stated", stated);
        int start = passage.text().indexOf(stated, matcher.start());
        int from = start < 0 ? matcher.start() : start;
        ledger.find(Finding.of(kind, stated, Optional.empty(), problem, passage.spot(from, matcher.end()), List.of()));
    }
}
