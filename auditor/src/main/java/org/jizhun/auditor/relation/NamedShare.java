package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Range;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * A share of what the sentence names: 授予中小企业合同416.20万元，占政府采购支出总额的85.55%; 债务余额0.48亿元，占限额的92.31%. The whole is the figure of that name in
 * the paragraph, the part the amount just before; also where the part is printed larger than the whole, or one of them in another unit.
 */
final class NamedShare implements Relation {

    private static final Sought SHARE = Sought.of(
            "^，?(?<part>[\\u4e00-\\u9fa5]{2,12})?(?:仅|约)?占(?:全部|当年|本年|年度|核定)*(?<base>[^，。；、\\d]{2,16}?)(?:的|的比例为|的比重为|比例为|比重为|的比例达|比例|比重)$");
    /** 一般公共预算收入, and no mere 收入: what is so called can hardly be another figure. */
    private static final int FULL_NAME = 6;
    /** 全年预算: names enough to be looked up in the paragraphs before. */
    private static final int NAME = 4;

    /** So many amounts back a name is still meant, some ten pages of prose. */
    private static final int REACH = 300;

    private static final Rounding WHOLE = new Rounding(0, Rounding.Mode.TRUNCATE);

    private static final Sought GENERAL = Sought.of("(?:总额|总数|总量|合计|总计|金额|数|为|是)+$");

    /** 公共预算支出完成928640万元: the name stands before the verb. */
    private static final Sought DONE = Sought.of("(?:累计|实际|共计?|总?计)*(?:完成|实现|达到?|安排|共计?)(?:了)?$");

    @Override
    public String name() {
        return "named-share";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Mention> earlier = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                Mention share = mentions.get(i);
                Matcher words = SHARE.in(share.before());
                boolean open = share.figure().kind() == Figure.Kind.PERCENT
                        && share.figure().nearness() == Figure.Nearness.EXACT
                        && words.find()
                        && !ledger.judged(share.figure());
                if (open) {
                    share(mentions, i, words.group("part"), words.group("base"), lately(earlier))
                            .ifPresent(ledger::check);
                }
            }
            mentions.stream().filter(NamedShare::mayBeWhole).forEach(earlier::add);
        }
    }

    private static List<Mention> lately(List<Mention> earlier) {
        return earlier.subList(Math.max(0, earlier.size() - REACH), earlier.size());
    }

    /** An amount of this year, which a later paragraph may name. */
    private static boolean mayBeWhole(Mention mention) {
        return mention.isMeasured()
                && mention.figure().nearness() == Figure.Nearness.EXACT
                && !mention.bracketed()
                && !NowAndThen.saysEarlier(mention)
                && !Role.change(mention.before()).isChange();
    }

    /** The one value that earlier paragraphs give a name. */
    private static List<Mention> named(List<Mention> earlier, String name, Mention part) {
        List<Mention> called = earlier.stream()
                .filter(whole -> whole.isLike(part) && label(whole).endsWith(name))
                .toList();
        boolean one =
                called.stream().map(whole -> whole.figure().value()).distinct().count() == 1;
        return one ? called.subList(0, 1) : List.of();
    }

    /** Whether the words of a share name its whole in full, and a figure before is so called: no other can be it. */
    static boolean namesItsWhole(List<Mention> mentions, int at) {
        Matcher words = SHARE.in(mentions.get(at).before());
        if (!words.find()) {
            return false;
        }
        String name = GENERAL.replaceFirst(words.group("base"), "");
        return name.length() >= FULL_NAME
                && mentions.subList(0, at).stream()
                        .filter(Mention::isMeasured)
                        .anyMatch(whole -> label(whole).endsWith(name));
    }

    private static String label(Mention mention) {
        return GENERAL.replaceFirst(DONE.replaceFirst(mention.before(), ""), "");
    }

    private static Optional<Check> share(
            List<Mention> mentions, int at, @Nullable String named, String base, List<Mention> earlier) {
        Mention share = mentions.get(at);
        String name = GENERAL.replaceFirst(base, "");
        List<Mention> wholes = new ArrayList<>();
        List<Mention> endingSo = new ArrayList<>();
        Mention part = null;
        for (int i = at - 1; i >= 0; i--) {
            Mention mention = mentions.get(i);
            boolean exact = mention.figure().nearness() == Figure.Nearness.EXACT;
            boolean limit = mention.figure().nearness() == Figure.Nearness.BELOW
                    && mention.after().startsWith("以内");
            if (!mention.isMeasured() || !(exact || limit)) {
                continue;
            }
            String label = label(mention);
            if (name.length() >= 2 && label.endsWith(name)) {
                wholes.add(mention);
            } else if (named != null) {
                part = part == null && isOfVery(named, label) ? mention : part;
                if (label.endsWith(named)) {
                    endingSo.add(mention);
                }
            } else if (part == null && mention.sentence() == share.sentence()) {
                part = mention;
            }
        }
        if (part == null && endingSo.size() == 1) {
            part = endingSo.get(0); // 注册护士327人，…，护士占卫生专业技术人员的53.43%
        }
        if (part != null && wholes.isEmpty() && name.length() >= NAME) {
            wholes.addAll(named(earlier, name, part));
        }
        if (part == null || wholes.size() != 1 || !wholes.get(0).isLike(part)) {
            return Optional.empty();
        }
        Mention whole = wholes.get(0);
        Check check = new Check(
                Kind.RATIO,
                "rate-differs",
                part.claim().label(),
                Formulas.quotient(part.figure(), whole.figure()),
                new Equation(share.figure(), Side.of(part.figure()), side(whole)));
        Exact right = check.equation().expected().orElse(Exact.ZERO);
        boolean beyond =
                right.compareTo(Exact.ONE) > 0 && share.figure().value().compareTo(Exact.ONE) <= 0;
        boolean wrongUnit = !whole.figure().value().isZero()
                && !part.figure().unit().equals(whole.figure().unit())
                && share.figure()
                        .roundedQuotient()
                        .holds(part.figure().printed().dividedBy(whole.figure().printed()));
        if (wrongUnit) {
            return Optional.of(check); // 总额1865.40元: the same digits in the part's unit give the share
        }
        if (beyond) {
            return ofWhole(share, part, whole, name.length() >= FULL_NAME);
        }
        boolean meant = Near.tight(check.equation())
                || Near.within(check.equation(), name.length() >= FULL_NAME ? 40 : 20)
                || NearMisses.isSlip(share.figure(), right);
        return meant ? Optional.of(check) : Optional.empty();
    }

    /** 税收收入占…, where a paragraph told 税收收入98700万元 before; 非税收入 is another name. */
    private static boolean isOfVery(String named, String label) {
        return Sought.kept("^[，、；：]?(?:其中[，：]?)?").replaceAll(label, "").equals(named);
    }

    /**
     * A part larger than its whole is the wrong one: it is the share of the whole, or its digits in another unit.
     *
     * @param named whether the words name the whole in full
     */
    private static Optional<Check> ofWhole(Mention share, Mention part, Mention whole, boolean named) {
        Range range = share.figure().roundedQuotient().times(whole.figure().value());
        Exact likely = Stream.concat(
                        NearMisses.exchanges(part.figure()).stream(), NearMisses.otherDigits(part.figure()).stream())
                .filter(range::holds)
                .findFirst()
                .or(() -> sameEnd(
                                part.figure(),
                                share.figure().value().times(whole.figure().value()))
                        .filter(range::holds))
                .orElse(share.figure().value().times(whole.figure().value()));
        Equation equation = new Equation(part.figure(), Side.constant(likely), Side.ONE);
        String formula = whole.figure().text() + " × " + share.figure().text();
        boolean slip = equation.expected()
                .filter(right ->
                        NearMisses.isDigitSlip(part.figure(), part.figure().asPrinted(right))
                                || NearMisses.isWrongUnit(part.figure(), right))
                .isPresent();
        boolean meant = slip || named || Near.within(equation, 60);
        return meant
                ? Optional.of(
                        new Check(Kind.BREAKDOWN, "rate-differs", part.claim().label(), formula, equation))
                : Optional.empty();
    }

    /** 1985.36 for 3185.36, where about 1985.45 is meant: what stands behind the point may well be right. */
    private static Optional<Exact> sameEnd(Figure printed, Exact about) {
        Exact own = printed.printed();
        Exact meant = about.dividedBy(printed.unitSize()).round(WHOLE).plus(own.minus(own.round(WHOLE)));
        return own.isWhole() ? Optional.empty() : Optional.of(meant.times(printed.unitSize()));
    }

    /** 限额5200万元以内 is meant exactly as the base of a share. */
    private static Side side(Mention whole) {
        return whole.figure().nearness() == Figure.Nearness.EXACT
                ? Side.of(whole.figure())
                : Side.constant(whole.figure().value());
    }
}
