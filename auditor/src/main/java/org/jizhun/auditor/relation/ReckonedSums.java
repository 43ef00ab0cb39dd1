package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A whole beside its parts in running text, whichever stands first and whatever joins them: 4872人（城市1036人、农村3294人、特困542人）;
 * 本级2958.44万元，加上三家单位611.20万元、403.57万元和189.96万元，全口径支出共计4163.17万元. Parts that make up the whole are taken for meant; where none do, they are
 * told if a slip of the pen parts them from it, or if the words say that these are all.
 */
final class ReckonedSums implements Relation {

    /** What announces parts behind a whole. */
    private static final Sought OPENS = Sought.of("其中|包括|包含|分别|由|：|按[^，。；]{2,8}(?:分|科目)|构成|组成");

    private static final Sought SPLIT = Sought.of("[。；](?:从|按|分)[^，。；\\d]{1,8}(?:看|分|划分|统计)[，：]");

    private static final Sought NEGATED =
            Sought.of("[不未](?<name>合格|达标|通过|完成|整改|及格|办结|开工|使用|签约|就业|规范|符合)[^，。；、\\d]{0,2}$");

    private static final int NEGATED_NEAR = 10;

    private static final Sought NUMBERED = Sought.of("^[^，。；、]{1,20}(?:共|合计|累计|总计)[^，。；、\\d]{1,10}$");
    private static final int LINES = 10;
    private static final int SAME = 3;

    private static final int SPLIT_NEAR = 4;

    private static final int FEW_NEAR = 30;

    /** Of these, what says that all parts follow. */
    private static final Sought ALL = Sought.of("包括|分别|由|：|按[^，。；]{2,8}(?:分|科目)|构成|组成|分为");

    private static final Sought SOME = Sought.of("(?<![高中平同优])等(?![级次候待于])|主要|部分|其中|含|包含|重点");

    /** What closes parts before a whole. */
    private static final Sought CLOSES = Sought.of(
            "(?:共计?|合计|总计|总共|累计|加总|合并|总和|构成|组成|即为|等于|[两三四五六七八九十]\\s*(?:项|类|部分|者|级|笔|家|批|期|个)[^，。；\\d]{0,8}?(?:共|合计|总计|累计|加总))[^，。；\\d]{0,10}$");

    /** 年初结转和结余80.68万元 is a part of what there is this year. */
    private static final Sought CARRIED = Sought.of("(?:结转|结余)[^，。；、\\d]{0,4}$");

    private static final Sought TOTAL = Sought.of("(?:共计?|合计|总计|总额|总|累计|收入|支出)[^，。；、\\d]{0,6}$");

    /** 截至年底累计, 全年共: a total of its own, which closes nothing, unless its parts give it. */
    private static final int NEAR = 30;

    private static final int LEAST_DIGITS = 3;

    @Override
    public String name() {
        return "reckoned-sums";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Told.OfText text = Told.OfText.of(claims);
        new Search(ledger, text).examine(text);
    }

    /** One document's search. */
    private static final class Search {

        private final Ledger ledger;
        /** The equations of every whole that were entered before. */
        private final Map<Figure, List<Equation>> known = new HashMap<>();

        Search(Ledger ledger, Told.OfText text) {
            this.ledger = ledger;
            for (List<Told> paragraph : text.paragraphs()) {
                paragraph.stream()
                        .filter(ReckonedSums::isWhole)
                        .forEach(whole -> known.put(whole.figure(), new ArrayList<>()));
            }
            for (Check check : ledger.checks().keySet()) {
                for (Figure figure : check.equation().figures()) {
                    List<Equation> own = known.get(figure);
                    if (own != null) {
                        own.add(check.equation());
                    }
                }
            }
        }

        void examine(Told.OfText text) {
            for (List<Told> paragraph : text.paragraphs()) {
                paragraph.forEach(told -> numbered(told, text).ifPresent(ledger::check));
                splitFurtherOn(paragraph).ifPresent(ledger::check);
                for (int i = 1; i + 1 < paragraph.size(); i++) {
                    negated(paragraph, i).ifPresent(ledger::check);
                }
                for (int i = 0; i < paragraph.size(); i++) {
                    Told whole = paragraph.get(i);
                    if (isWhole(whole)) {
                        Optional<Check> check = bracketed(paragraph, i)
                                .or(() -> opened(paragraph, whole))
                                .or(() -> closed(paragraph, whole))
                                .or(() -> listedNext(paragraph, whole));
                        check.ifPresent(ledger::check);
                    }
                }
            }
        }

        private boolean isSeen(Told whole, List<Told> parts) {
            List<Equation> with = known.getOrDefault(whole.figure(), List.of());
            return with.stream()
                    .anyMatch(equation -> parts.stream()
                                    .filter(part -> equation.figures().contains(part.figure()))
                                    .count()
                            >= 2);
        }

        /** 4872人（城市1036人、农村3294人）: the brackets right behind the whole. */
        private Optional<Check> bracketed(List<Told> paragraph, int at) {
            Told whole = paragraph.get(at);
            String text = whole.text();
            int open = text.indexOf('（', whole.figure().end());
            int close = open < 0 ? -1 : text.indexOf('）', open);
            if (close < 0 || !text.substring(whole.figure().end(), open).matches("[^，。；：、\\d]{0,6}")) {
                return Optional.empty();
            }
            List<Told> parts = paragraph.stream()
                    .filter(part ->
                            part.figure().start() > open && part.figure().end() <= close && isPart(part, whole))
                    .toList();
            String words = text.substring(open, close);
            return told(whole, prefixes(parts), !SOME.isIn(words));
        }

        private Optional<Check> opened(List<Told> paragraph, Told whole) {
            String text = whole.text();
            int end = text.indexOf('。', whole.figure().end());
            int stop = end < 0 ? text.length() : end;
            List<Told> parts = paragraph.stream()
                    .filter(part -> whole.isBefore(part) && part.figure().end() <= stop)
                    .filter(part -> !part.mention().bracketed() && isPart(part, whole))
                    .toList();
            if (parts.size() < 2) {
                return Optional.empty();
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
            boolean few = whole.figure().digits() < LEAST_DIGITS;
            if (few) {
                return fewThings(whole, parts, between + words, after);
            }
            boolean all = ALL.isIn(between)
                    && !SOME.isIn(between)
                    && !after.startsWith("等")
                    && paragraph.stream()
                            .noneMatch(other -> other.isLike(whole)
                                    && other.figure().start() >= whole.figure().end()
                                    && other.figure().end() <= stop
                                    && !parts.contains(other));
            return told(whole, prefixes(parts), all && !words.contains("；其中"));
        }

        /** 奖项57项，其中国家级2项、省级14项、市级31项: three parts and more, but for one digit of the whole or of a part. */
        private Optional<Check> fewThings(Told whole, List<Told> parts, String words, String after) {
            boolean told = parts.size() > 2
                    && PartsOfWhole.isThings(whole.figure())
                    && !SOME.isIn(words.replace("其中", ""))
                    && !after.startsWith("等")
                    && !isSeen(whole, parts);
            return Optional.of(check(whole, parts))
                    .filter(check -> told && Near.within(check.equation(), FEW_NEAR) && isDigit(check.equation()));
        }

        private static boolean isDigit(Equation equation) {
            return equation.expected()
                    .filter(right -> NearMisses.isDigitSlip(equation.result(), right))
                    .isPresent();
        }

        /** 支出共计31.25万元。出国费0万元；公务用车26.40万元；接待费4.85万元: the next sentence has nothing but one part in each of its pieces. */
        private Optional<Check> listedNext(List<Told> paragraph, Told whole) {
            String text = whole.text();
            int from = whole.figure().end();
            if (!text.startsWith("。", from) || !TOTAL.isIn(whole.mention().before())) {
                return Optional.empty();
            }
            int end = text.indexOf('。', from + 1);
            int stop = end < 0 ? text.length() : end;
            List<Told> parts = new ArrayList<>();
            int begin = from + 1;
            while (begin < stop) {
                int next = text.indexOf('；', begin);
                int close = next < 0 || next > stop ? stop : next;
                int start = begin;
                List<Told> own = paragraph.stream()
                        .filter(part ->
                                part.figure().start() >= start && part.figure().end() <= close)
                        .filter(part -> part.isLike(whole) && !part.mention().bracketed())
                        .toList();
                boolean one = own.size() == 1 && own.get(0).role() == Role.VALUE;
                boolean none = own.isEmpty() && text.substring(begin, close).matches("[^\\d]*(?:为零|无|没有|未发生)[^\\d]*");
                if (!one && !none) {
                    return Optional.empty();
                }
                parts.addAll(own);
                begin = close + 1;
            }
            boolean some = SOME.isIn(text.substring(from, stop));
            return parts.size() < 2 || some || isSeen(whole, parts)
                    ? Optional.empty()
                    : Optional.of(check(whole, parts))
                            .filter(check -> Near.tight(check.equation())
                                    || Near.within(check.equation(), NEAR)
                                    || Likely.isSlip(check.equation()));
        }

        /** 综上，三个子项目累计完成投资2324.23万元: one figure called the same in each of as many paragraphs right before. */
        private Optional<Check> numbered(Told whole, Told.OfText text) {
            int at = text.paragraphs().get(whole.paragraph()).indexOf(whole);
            Told number =
                    at < 1 ? whole : text.paragraphs().get(whole.paragraph()).get(at - 1);
            String name = end(whole);
            boolean closes = isWhole(whole)
                    && whole.isMeasured()
                    && number.figure().kind() == Figure.Kind.COUNT
                    && number.figure().end()
                            == whole.figure().start() - whole.mention().before().length()
                    && NUMBERED.isIn(whole.mention().before());
            List<Told> parts = new ArrayList<>();
            for (int i = Math.max(0, whole.paragraph() - LINES); closes && i <= whole.paragraph(); i++) {
                text.paragraphs().get(i).stream()
                        .filter(part -> part.isBefore(whole) && !part.inSentenceOf(whole))
                        .filter(part -> isPart(part, whole) && end(part).equals(name))
                        .reduce((one, two) -> two)
                        .ifPresent(parts::add);
            }
            boolean all = parts.size() >= 2 && number.figure().value().equals(Exact.of(parts.size()));
            return all && !isSeen(whole, parts)
                    ? Optional.of(check(whole, parts))
                            .filter(check -> Near.tight(check.equation())
                                    || Near.within(check.equation(), NEAR)
                                    || Likely.isSlip(check.equation()))
                    : Optional.empty();
        }

        /** The last three characters of what a figure is called. */
        private static String end(Told told) {
            String words = told.mention().before().replaceAll("(?:为|达到?|共|约)+$", "");
            return words.substring(Math.max(0, words.length() - SAME));
        }

        /** 抽检386批次，不合格7批次，合格379批次: two that are named alike but for 不 or 未, behind their whole. */
        private Optional<Check> negated(List<Told> paragraph, int at) {
            Told whole = paragraph.get(at - 1);
            Told one = paragraph.get(at);
            Told two = paragraph.get(at + 1);
            boolean row = whole.figure().kind() == Figure.Kind.COUNT
                    && whole.isLike(one)
                    && one.isLike(two)
                    && whole.inSentenceOf(two)
                    && whole.role() != Role.EACH
                    && !whole.mention().bracketed()
                    && whole.figure().value().compareTo(one.figure().value()) > 0
                    && (isNot(one, two) || isNot(two, one))
                    && !isSeen(whole, List.of(one, two));
            return row
                    ? Optional.of(check(whole, List.of(one, two)))
                            .filter(check -> Near.tight(check.equation())
                                    || Near.within(check.equation(), NEGATED_NEAR)
                                    || two.figure()
                                                    .value()
                                                    .compareTo(whole.figure().value())
                                            > 0)
                    : Optional.empty();
        }

        private static boolean isNot(Told not, Told plain) {
            Matcher negated = NEGATED.in(not.mention().before());
            return negated.find()
                    && plain.mention().before().endsWith(negated.group("name"))
                    && !NEGATED.isIn(plain.mention().before());
        }

        /** 收入完成213.60亿元…。分级次看，市级收入68.72亿元，县区级收入144.88亿元: how a whole of an earlier sentence is split. */
        private Optional<Check> splitFurtherOn(List<Told> paragraph) {
            String text = paragraph.isEmpty() ? "" : paragraph.get(0).text();
            Matcher split = SPLIT.in(text);
            if (!split.find()) {
                return Optional.empty();
            }
            int end = split.end();
            while (end < text.length() && "。；".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            int stop = end;
            List<Told> parts = paragraph.stream()
                    .filter(part -> part.figure().start() >= split.end()
                            && part.figure().end() <= stop)
                    .filter(part -> isPart(part, part) && part.isMeasured())
                    .toList();
            if (parts.size() < 2 || !parts.stream().allMatch(parts.get(0)::isLike)) {
                return Optional.empty();
            }
            List<Check> checks = paragraph.stream()
                    .filter(whole ->
                            whole.figure().end() <= split.start() && isWhole(whole) && whole.isLike(parts.get(0)))
                    .filter(whole -> !isSeen(whole, parts))
                    .map(whole -> check(whole, parts))
                    .toList();
            Optional<Check> holds = checks.stream()
                    .filter(check -> Near.tight(check.equation()))
                    .findFirst();
            List<Check> near = checks.stream()
                    .filter(check -> Near.within(check.equation(), SPLIT_NEAR) || Likely.isSlip(check.equation()))
                    .toList();
            return holds.or(() -> near.stream().min(Comparator.comparing(Search::distance)));
        }

        private static Exact distance(Check check) {
            return check.equation()
                    .expected()
                    .map(value -> value.minus(check.equation().result().value()).abs())
                    .orElse(Exact.ZERO);
        }

        private Optional<Check> closed(List<Told> paragraph, Told whole) {
            if (!CLOSES.isIn(whole.mention().before())) {
                return Optional.empty();
            }
            String text = whole.text();
            int start = text.lastIndexOf(
                    '。', whole.figure().start() - whole.mention().before().length() - 1);
            int from = start < 0 ? 0 : start;
            boolean opens = text.substring(from, whole.figure().start()).matches("。[^，。；\\d]*");
            int begin = opens ? Math.max(0, text.lastIndexOf('。', from - 1)) : from;
            List<Told> parts = paragraph.stream()
                    .filter(part -> part.figure().start() >= begin && part.isBefore(whole))
                    .filter(part -> !part.mention().bracketed() && isPart(part, whole))
                    .toList();
            boolean all = parts.size() > 2
                    && text.substring(
                                            parts.get(0).figure().start(),
                                            whole.figure().start())
                                    .indexOf('；')
                            < 0
                    && !SOME.isIn(text.substring(
                            parts.get(0).figure().start(), whole.figure().start()));
            return told(whole, suffixes(parts), all);
        }

        private Optional<Check> told(Told whole, List<List<Told>> runs, boolean all) {
            if (runs.isEmpty() || isSeen(whole, runs.get(0))) {
                return Optional.empty();
            }
            List<Check> checks = runs.stream().map(parts -> check(whole, parts)).toList();
            boolean allSlip = all
                    && checks.get(0)
                            .equation()
                            .expected()
                            .filter(right -> whole.figure().digits() >= LEAST_DIGITS
                                    && NearMisses.isExchange(whole.figure(), right))
                            .isPresent();
            if (allSlip) {
                return Optional.of(checks.get(0));
            }
            Optional<Check> holds = checks.stream()
                    .filter(check -> Near.tight(check.equation()))
                    .findFirst();
            return holds.or(() -> checks.stream()
                            .filter(check -> Likely.isSlip(check.equation()))
                            .findFirst())
                    .or(() -> Optional.of(checks.get(0)).filter(check -> all && Near.within(check.equation(), NEAR)));
        }

        private static Check check(Told whole, List<Told> parts) {
            List<Figure> figures = parts.stream().map(Told::figure).toList();
            Kind kind = switch (whole.figure().kind()) {
                case POINTS -> Kind.ROLLUP;
                case COUNT -> Kind.BREAKDOWN;
                default -> Kind.SUM;
            };
            return new Check(
                    kind,
                    "sum-differs",
                    whole.mention().claim().label(),
                    Formulas.sum(figures),
                    new Equation(whole.figure(), Side.of(figures), Side.ONE));
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
    }

    private static boolean isWhole(Told told) {
        Figure.Kind kind = told.figure().kind();
        boolean added = kind == Figure.Kind.AMOUNT || kind == Figure.Kind.COUNT;
        boolean few = kind == Figure.Kind.COUNT && told.figure().digits() == 2;
        return added && told.role().isLevel() && (few || told.figure().digits() >= LEAST_DIGITS);
    }

    private static boolean isPart(Told part, Told whole) {
        boolean carried =
                part.role() == Role.EARLIER && CARRIED.isIn(part.mention().before());
        return part.isLike(whole) && (part.role() == Role.VALUE || part.role() == Role.LEFT || carried);
    }
}
