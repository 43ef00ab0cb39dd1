package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.text.Sought;

/**
 * A whole beside its parts in running text, whichever stands first and whatever joins them: 4872人（城市1036人、农村3294人、特困542人）;
 * 本级2958.44万元，加上三家单位611.20万元、403.57万元和189.96万元，全口径支出共计4163.17万元. Parts that make up the whole are taken for meant; where none do, they are
 * told if a slip of the pen parts them from it, or if the words say that these are all.
 */
final class ReckonedSums implements Relation {

    /** What announces parts behind a whole. */
    private static final Sought OPENS = Sought.of("其中|包括|包含|分别|由|：|按[^，。；]{2,8}(?:分|科目)|构成|组成");

    private static final int FEW_NEAR = 30;

    /** Of these, what says that all parts follow. */
    private static final Sought ALL = Sought.of("包括|分别|由|：|按[^，。；]{2,8}(?:分|科目)|构成|组成|分为");

    static final Sought SOME = Sought.of("(?<![高中平同优])等(?![级次候待于])|主要|部分|其中|含|包含|重点");

    /** What closes parts before a whole. */
    private static final Sought CLOSES = Sought.of(
            "(?:(?<!公)共计?|合计|总计|总共|累计|加总|合并|总和|构成|组成|即为|等于|[两三四五六七八九十]\\s*(?:项|类|部分|者|级|笔|家|批|期|个)[^，。；\\d]{0,8}?(?:共|合计|总计|累计|加总))[^，。；\\d]{0,10}$");

    private static final Sought OTHER_UNITS =
            Sought.of("^[（/／、](?<units>[^（）/／、\\d，。；]{1,2}(?:[、/／][^（）/／、\\d，。；]{1,2}){0,4})(?:）|$)");

    /** 年初结转和结余80.68万元 is a part of what there is this year. */
    private static final Sought CARRIED = Sought.of("(?:结转|结余)[^，。；、\\d]{0,4}$");

    /** In a hundred, how far a whole may be from its parts. */
    static final int NEAR = 30;

    private static final int LEAST_DIGITS = 3;

    @Override
    public String name() {
        return "reckoned-sums";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Told.OfText text = Told.OfText.of(claims);
        KnownWholes known = new KnownWholes(ledger, text);
        for (List<Told> paragraph : text.paragraphs()) {
            paragraph.forEach(told -> PartsApart.numbered(told, text, known).ifPresent(ledger::check));
            PartsApart.splitFurtherOn(paragraph, known).ifPresent(ledger::check);
            for (int i = 1; i + 1 < paragraph.size(); i++) {
                PartsApart.negated(paragraph, i, known).ifPresent(ledger::check);
            }
            for (int i = 0; i < paragraph.size(); i++) {
                Told whole = paragraph.get(i);
                if (isWhole(whole)) {
                    Optional<Check> check = bracketed(paragraph, i, known)
                            .or(() -> opened(paragraph, whole, known))
                            .or(() -> closed(paragraph, whole, known))
                            .or(() -> PartsApart.listedNext(paragraph, whole, known));
                    check.ifPresent(ledger::check);
                }
            }
        }
    }

    /** 4872人（城市1036人、农村3294人）: the brackets right behind the whole. */
    private static Optional<Check> bracketed(List<Told> paragraph, int at, KnownWholes known) {
        Told whole = paragraph.get(at);
        String text = whole.text();
        int open = text.indexOf('（', whole.figure().end());
        int close = open < 0 ? -1 : text.indexOf('）', open);
        if (close < 0
                || !Sought.kept("[^，。；：、\\d]{0,6}")
                        .is(text.substring(whole.figure().end(), open))) {
            return Optional.empty();
        }
        List<Told> parts = paragraph.stream()
                .filter(part -> part.figure().start() > open && part.figure().end() <= close && isPart(part, whole))
                .toList();
        String words = text.substring(open, close);
        return told(whole, prefixes(parts), !SOME.isIn(words), known);
    }

    /** 计划改造25座，已开工21座，其中完工13座、在建8座，其余4座: the last is the rest of what stands before the whole. */
    private static List<Told> withoutRestOfAnother(Told whole, List<Told> parts) {
        int last = parts.size() - 1;
        boolean rest = last > 1
                && parts.get(last).mention().before().contains("其余")
                && Near.tight(check(whole, parts.subList(0, last)).equation());
        return rest ? parts.subList(0, last) : parts;
    }

    private static Optional<Check> opened(List<Told> paragraph, Told whole, KnownWholes known) {
        String text = whole.text();
        int end = text.indexOf('。', whole.figure().end());
        int stop = end < 0 ? text.length() : end;
        List<Told> parts = withoutRestOfAnother(
                whole,
                paragraph.stream()
                        .filter(part -> whole.isBefore(part) && part.figure().end() <= stop)
                        .filter(part -> !part.mention().bracketed() && isPart(part, whole))
                        .toList());
        if (parts.size() < 2) {
            return Optional.empty();
        }
        boolean ofAnother = paragraph.stream()
                .filter(other -> whole.isBefore(other) && other.isBefore(parts.get(0)))
                .filter(other -> other.isLike(whole) && other.figure().digits() > LEAST_DIGITS)
                .anyMatch(other -> prefixes(parts).stream()
                        .anyMatch(run -> Near.tight(check(other, run).equation())));
        if (ofAnother) {
            return Optional.empty(); // 年初8842万元，调整后8877万元。按来源分: what stands nearer is what they make up
        }
        String between =
                text.substring(whole.figure().end(), parts.get(0).figure().start());
        if (!OPENS.isIn(between) || ProseBreakdown.CHOSEN.matcher(between).find()) {
            return Optional.empty();
        }
        String words = text.substring(
                whole.figure().end(), parts.get(parts.size() - 1).figure().end());
        String after = text.substring(
                parts.get(parts.size() - 1).figure().end(),
                Math.min(text.length(), parts.get(parts.size() - 1).figure().end() + 2));
        boolean open = !after.startsWith("等")
                && PartsOfWhole.leavesRest(
                        text, parts.get(parts.size() - 1).figure().end());
        if (open) {
            return Optional.empty(); // 其余为草地、水域等
        }
        List<Told> every = paragraph.stream()
                .filter(part -> whole.isBefore(part) && part.figure().end() <= stop)
                .filter(part -> !part.mention().bracketed()
                        && part.isLike(whole)
                        && part.role().isLevel())
                .toList();
        if (every.size() > parts.size() && whole.figure().digits() >= LEAST_DIGITS) {
            // 由市财政预算安排15000万元、自有资金8000万元: what was planned may be a part too
            return prefixes(every).stream()
                    .map(run -> check(whole, run))
                    .filter(check -> Near.tight(check.equation()))
                    .findFirst();
        }
        boolean few = whole.figure().digits() < LEAST_DIGITS;
        if (few) {
            return fewThings(whole, parts, between + words, after, known);
        }
        boolean all = ALL.isIn(between)
                && !SOME.isIn(between)
                && !after.startsWith("等")
                && paragraph.stream()
                        .noneMatch(other -> other.isLike(whole)
                                && other.figure().start() >= whole.figure().end()
                                && other.figure().end() <= stop
                                && !parts.contains(other));
        return told(whole, prefixes(parts), all && !words.contains("；其中"), known);
    }

    /** 奖项57项，其中国家级2项、省级14项、市级31项: three parts and more, but for one digit of the whole or of a part. */
    private static Optional<Check> fewThings(
            Told whole, List<Told> parts, String words, String after, KnownWholes known) {
        boolean told = parts.size() > 2
                && PartsOfWhole.isThings(whole.figure())
                && !SOME.isIn(words.replace("其中", ""))
                && !after.startsWith("等")
                && !known.haveTogether(whole, parts);
        return Optional.of(check(whole, parts))
                .filter(check -> told && Near.within(check.equation(), FEW_NEAR) && isDigit(check.equation()));
    }

    private static boolean isDigit(Equation equation) {
        return equation.expected()
                .filter(right -> NearMisses.isDigitSlip(equation.result(), right))
                .isPresent();
    }

    private static Optional<Check> closed(List<Told> paragraph, Told whole, KnownWholes known) {
        if (!CLOSES.isIn(whole.mention().before())) {
            return Optional.empty();
        }
        String text = whole.text();
        int start = text.lastIndexOf(
                '。', whole.figure().start() - whole.mention().before().length() - 1);
        int from = start < 0 ? 0 : start;
        boolean opens = Sought.kept("。[^，。；\\d]*")
                .is(text.substring(from, whole.figure().start()));
        int begin = opens ? Math.max(0, text.lastIndexOf('。', from - 1)) : from;
        List<Told> parts = paragraph.stream()
                .filter(part -> part.figure().start() >= begin && part.isBefore(whole))
                .filter(part -> !part.mention().bracketed() && isPart(part, whole))
                .toList();
        boolean all = parts.size() > 2
                && text.substring(parts.get(0).figure().start(), whole.figure().start())
                                .indexOf('；')
                        < 0
                && !SOME.isIn(text.substring(
                        parts.get(0).figure().start(), whole.figure().start()));
        return run(whole, parts).or(() -> told(whole, suffixes(parts), all, known));
    }

    /** 图书412.60万元、期刊186.34万元、数据库824.00万元、座位168.50万元。文献合计1422.94万元: those beside each other that make up the whole. */
    private static Optional<Check> run(Told whole, List<Told> parts) {
        for (int from = 0; from + 2 < parts.size(); from++) {
            for (int to = from + 2; to < parts.size(); to++) {
                Check check = check(whole, parts.subList(from, to));
                if (whole.figure().digits() > LEAST_DIGITS && Near.tight(check.equation())) {
                    return Optional.of(check);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Check> told(Told whole, List<List<Told>> runs, boolean all, KnownWholes known) {
        if (runs.isEmpty() || known.haveTogether(whole, runs.get(0))) {
            return Optional.empty();
        }
        List<Check> checks = runs.stream().map(parts -> check(whole, parts)).toList();
        boolean allSlip = all
                && checks.get(0)
                        .equation()
                        .expected()
                        .filter(right ->
                                whole.figure().digits() >= LEAST_DIGITS && NearMisses.isExchange(whole.figure(), right))
                        .isPresent();
        if (allSlip) {
            return Optional.of(checks.get(0));
        }
        Optional<Check> holds =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        return holds.or(() -> checks.stream()
                        .filter(check -> Likely.isSlip(check.equation()))
                        .findFirst())
                .or(() -> Optional.of(checks.get(0)).filter(check -> all && Near.within(check.equation(), NEAR)));
    }

    static Check check(Told whole, List<Told> parts) {
        List<Figure> figures = parts.stream().map(Told::figure).toList();
        Kind kind = switch (whole.figure().kind()) {
            case POINTS -> Kind.ROLLUP;
            case COUNT -> Kind.BREAKDOWN;
            default -> Kind.SUM;
        };
        return Checks.sum(kind, whole.mention().claim().label(), whole.figure(), figures);
    }

    /** The longest first. */
    private static List<List<Told>> prefixes(List<Told> parts) {
        List<List<Told>> runs = new ArrayList<>();
        for (int count = parts.size(); count >= 2; count--) {
            runs.add(parts.subList(0, count));
        }
        return runs;
    }

    private static List<List<Told>> suffixes(List<Told> parts) {
        List<List<Told>> runs = new ArrayList<>();
        for (int from = 0; from + 2 <= parts.size(); from++) {
            runs.add(parts.subList(from, parts.size()));
        }
        runs.sort(Comparator.comparing(run -> -run.size()));
        return runs;
    }

    static boolean isWhole(Told told) {
        Figure.Kind kind = told.figure().kind();
        boolean added = kind == Figure.Kind.AMOUNT || kind == Figure.Kind.COUNT;
        boolean few = kind == Figure.Kind.COUNT && told.figure().digits() == 2;
        return added && told.role().isLevel() && (few || told.figure().digits() >= LEAST_DIGITS);
    }

    static boolean isPart(Told part, Told whole) {
        boolean carried =
                part.role() == Role.EARLIER && CARRIED.isIn(part.mention().before());
        return (part.isLike(whole) || isOfUnits(part, whole))
                && (part.role() == Role.VALUE || part.role() == Role.LEFT || carried);
    }

    /** 64套、18块、46台，合计128套（台、块）: things of the units that the whole names beside its own. */
    private static boolean isOfUnits(Told part, Told whole) {
        Matcher units = OTHER_UNITS.in(whole.mention().after());
        return part.figure().kind() == Figure.Kind.COUNT
                && units.find()
                && List.of(units.group("units").split("[、/／]"))
                        .contains(part.figure().thing());
    }
}
