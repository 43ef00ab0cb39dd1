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
    private static final Sought CHAPTER =
            Sought.of(Pattern.compile("(?:详见|见|参见|按照?|如|根据)(?:本报告)?第(?<number>[一二三四五六七八九十]{1,3})(?:部分|章)(?!》)"));
    private static final Sought HEADING =
            Sought.of(Pattern.compile("^(?:第(?<part>[一二三四五六七八九十]{1,3})(?:部分|章)|(?<number>[一二三四五六七八九十]{1,3})、)"));
    private static final Sought TABLE =
            Sought.of(Pattern.compile("(?:详见|见|如)表(?<number>\\d{1,2}(?:-\\d{1,2})?)(?!\\d)"));
    private static final Pattern TABLE_TITLE = Pattern.compile("^表\\s?(?<number>\\d{1,2}(?:-\\d{1,2})?)");

    @Override
    public String name() {
        return "annex";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        annexes(claims.passages(), ledger);
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
                Matcher inline = Pattern.compile("[:：]1[.、]").matcher(passage.text());
                present.add(inline.find() ? 1 : 0);
            } else if (listing && listed.find()) {
                present.add(Integer.parseInt(listed.group("number")));
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
                    tell("annex-missing", passage, matcher, matcher.group("what") + number, ledger);
                } else if (!any && !told) {
                    told = true;
                    String title = matcher.group("title") == null
                            ? matcher.group("what") + (number == null ? "" : number)
                            : matcher.group("title").replaceAll("[《》]", "");
                    tell("annex-none", passage, matcher, title, ledger);
                }
            }
        }
    }

    private static void chapters(List<Passage> passages, Ledger ledger) {
        Set<Integer> present = new LinkedHashSet<>();
        for (Passage passage : passages) {
            Matcher heading = HEADING.in(passage);
            if (heading.find()) {
                present.add(Numerals.value(
                        heading.group("number") == null ? heading.group("part") : heading.group("number")));
            }
        }
        for (Passage passage : passages) {
            Matcher matcher = CHAPTER.in(passage);
            while (matcher.find()) {
                if (present.size() > 1 && !present.contains(Numerals.value(matcher.group("number")))) {
                    tell("chapter-missing", passage, matcher, "第" + matcher.group("number") + "部分", ledger);
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
            Matcher matcher = TABLE_TITLE.matcher(title);
            if (matcher.find()) {
                present.add(matcher.group("number"));
            }
        }
        for (Passage passage : claims.passages()) {
            Matcher matcher = TABLE.in(passage);
            while (matcher.find()) {
                if (!present.isEmpty() && !present.contains(matcher.group("number"))) {
                    tell("table-missing", passage, matcher, "表" + matcher.group("number"), ledger);
                }
            }
        }
    }

    private static void tell(String code, Passage passage, Matcher matcher, String stated, Ledger ledger) {
        Problem problem = Problem.of(code, Place.NONE, "stated", stated);
        int start = passage.text().indexOf(stated, matcher.start());
        int from = start < 0 ? matcher.start() : start;
        ledger.find(Finding.of(
                Kind.ANNEX, stated, Optional.empty(), problem, passage.spot(from, matcher.end()), List.of()));
    }
}
