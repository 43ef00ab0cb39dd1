package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Weights told in running text: the parts of one hundred points make them up (满分100分，其中投入15分、过程25分、产出30分、效益30分), and so
 * many things of so many points each weigh their product (下设三级指标5个，每个4分，共20分).
 */
final class WeightsInWords implements Relation {

    private static final Sought WHOLE = Sought.of("(?:满分|总分|总分值|分值共|共|合计)(?:值)?(?:为|是|：|共)?$");
    private static final Sought PART = Sought.of(
            "(?:^|.*[，、；：])(?:其中[，：]?)?(?<name>[\\u4e00-\\u9fa5“”]{2,14}?)(?:的?(?:满分|分值|权重|标准分))?(?:为|是|：|占|共)?");
    private static final Sought NO_WEIGHT = Sought.of("得分|自评|实得|得$|扣|失|每|上年|加分|最[高低多]");
    private static final Sought SCORES = Sought.of("得分|实得|扣|失分|上年|去年");
    private static final Sought EACH =
            Sought.of("[，、（]?(?:每|各)(?:[个项条类]|一[个项条])?(?:三级|二级|一级)?(?:指标)?(?:的)?(?:分值|满分|权重|各|均)*(?:为|是|计)?$");
    private static final Sought TOGETHER = Sought.of("^[，、）]?(?:共计|合计|共|小计|总计|计|总分|分值共|权重共|满分)(?:为|是)?$");
    private static final Sought MADE_UP = Sought.of("(?:组成|构成|三项|两项|四项)");
    private static final Sought IN_ORDER = Sought.of("(?:分别|依次)(?:为|是)?$");
    private static final Sought KINDS = Sought.of(
            "(?:分为?|包括|由|含|设)(?<names>[\\u4e00-\\u9fa5]{2,10}(?:[、和及与][\\u4e00-\\u9fa5]{2,10}?){2,7})(?<count>[三四五六七八])(?:类|个?方面|个?维度|个?部分|项|个一级指标)(?:指标)?(?:构成|组成)?，(?:分值|权重|满分)(?:分别|依次)(?:为|是)?$");
    private static final Sought NOT_THIS = Sought.of("[。；]");
    private static final List<String> COUNTS = List.of("个", "项", "条", "类");
    /** What the form of the ministry of finance gives its parts. */
    private static final Map<Pattern, Exact> USUAL = Map.of(
            Pattern.compile("执行率"), Exact.of(10),
            Pattern.compile("产出"), Exact.of(50),
            Pattern.compile("效益"), Exact.of(30),
            Pattern.compile("满意度"), Exact.of(10));

    @Override
    public String name() {
        return "weights-in-words";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        ScoreBook book = ScoreBook.of(claims);
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('分') >= 0) {
                List<Mention> mentions = claims.mentions(passage);
                for (int i = 0; i < mentions.size(); i++) {
                    inTable(mentions, i, book, ledger);
                    hundred(mentions, i, book, ledger);
                    ofKinds(mentions, i, passage.text(), ledger);
                    each(mentions, i, passage.text(), ledger);
                    madeOf(mentions, i, passage.text(), book, ledger);
                }
            }
        }
    }

    /** 总分为100分，其中A10分，B50分，C30分，D10分: all points up to the end of the sentence. */
    private static void hundred(List<Mention> mentions, int at, ScoreBook book, Ledger ledger) {
        Mention whole = mentions.get(at);
        boolean hundred = isPoints(whole) && whole.figure().value().equals(Exact.HUNDRED) && WHOLE.isIn(whole.before());
        if (!hundred) {
            return;
        }
        List<Mention> parts = new ArrayList<>();
        for (Mention part : mentions.subList(at + 1, mentions.size())) {
            boolean own = isPoints(part)
                    && (PART.is(part.before()) || isNext(parts, part))
                    && !NO_WEIGHT.isIn(part.before())
                    && part.figure().value().isWhole()
                    && part.sentence() <= whole.sentence() + 1;
            if (!own) {
                if (isPoints(part)) {
                    return;
                }
                break;
            }
            parts.add(part);
        }
        if (parts.size() >= 3) {
            parts(whole.figure(), parts, book, ledger);
        }
    }

    /** 指标分预算执行、产出、效益、满意度四类，权重分别为10分、50分、20分、10分: as many as there are kinds, which make up a hundred. */
    private static void ofKinds(List<Mention> mentions, int at, String text, Ledger ledger) {
        Mention first = mentions.get(at);
        Matcher kinds = KINDS.in(text.substring(0, first.figure().start()));
        if (!isPoints(first) || !kinds.find()) {
            return;
        }
        List<Figure> weights = new ArrayList<>();
        for (int i = at; i < mentions.size(); i++) {
            boolean next = isPoints(mentions.get(i))
                    && (i == at || Sought.kept("[、和及与]").is(mentions.get(i).before()));
            if (!next) {
                break;
            }
            weights.add(mentions.get(i).figure());
        }
        List<String> names = List.of(kinds.group("names").split("[、和及与]", -1));
        Exact sum = weights.stream().map(Figure::value).reduce(Exact.ZERO, Exact::plus);
        boolean all = weights.size() == names.size()
                && Numerals.count(kinds.group("count")) == names.size()
                && sum.minus(Exact.HUNDRED).abs().compareTo(Exact.of(30)) <= 0;
        for (int i = 0; all && i < weights.size(); i++) {
            Figure weight = weights.get(i);
            Exact right = Exact.HUNDRED.minus(sum.minus(weight.value()));
            String name = names.get(i);
            boolean usual = USUAL.entrySet().stream()
                    .anyMatch(entry -> entry.getKey().matcher(name).find()
                            && entry.getValue().equals(right));
            if (!ledger.judged(weight)
                    && (sum.equals(Exact.HUNDRED) || usual || NearMisses.isExchange(weight, right))) {
                List<Figure> others =
                        weights.stream().filter(other -> !other.equals(weight)).toList();
                Side rest = Side.constant(Exact.HUNDRED);
                for (Figure other : others) {
                    rest = rest.minus(other);
                }
                String formula = "100"
                        + others.stream().map(other -> " - " + other.text()).reduce("", String::concat);
                ledger.check(new Check(
                        Kind.WEIGHT, "difference-differs", name, formula, new Equation(weight, rest, Side.ONE)));
                return;
            }
        }
    }

    /** 权重分别为15分、25分、35分、25分. */
    private static boolean isNext(List<Mention> parts, Mention part) {
        return !parts.isEmpty()
                && IN_ORDER.isIn(parts.get(0).before())
                && Sought.kept("[、和及与]").is(part.before());
    }

    /** 决策15分、过程22分、产出35分、效益30分: three names of the score table at least, told in a row, which make up a hundred there. */
    private static void inTable(List<Mention> mentions, int at, ScoreBook book, Ledger ledger) {
        if (at > 0 && isInRow(mentions.get(at - 1), mentions.get(at))) {
            return;
        }
        List<Mention> parts = new ArrayList<>();
        for (Mention part : mentions.subList(at, mentions.size())) {
            boolean own = isPoints(part)
                    && !NO_WEIGHT.isIn(part.before())
                    && part.figure().value().isWhole()
                    && (parts.isEmpty() || isInRow(parts.get(parts.size() - 1), part));
            if (!own) {
                break;
            }
            parts.add(part);
        }
        if (parts.size() >= 3 && !isOfScores(parts.get(0).figure())) {
            GroupWeights.wrong(named(parts), Exact.HUNDRED, book)
                    .filter(check -> !ledger.fails(check.equation().result()))
                    .ifPresent(ledger::check);
        }
    }

    private static boolean isOfScores(Figure first) {
        String text = first.passage().text();
        String sentence = text.substring(text.lastIndexOf('。', first.start()) + 1, first.start());
        return SCORES.isIn(sentence);
    }

    private static boolean isInRow(Mention one, Mention next) {
        return isPoints(one)
                && isPoints(next)
                && one.sentence() == next.sentence()
                && !one.figure().value().equals(Exact.HUNDRED)
                && !IN_ORDER.isIn(next.before());
    }

    /** Each by the name right before it, or by those counted in the sentence before them all. */
    private static List<GroupWeights.Part> named(List<Mention> parts) {
        String text = parts.get(0).figure().passage().text();
        List<String> names = IN_ORDER.isIn(parts.get(0).before())
                ? GroupWeights.namesBefore(
                        text.substring(0, parts.get(0).figure().start()), parts.size())
                : parts.stream()
                        .map(part -> ScoreNames.before(text, part.figure().start()))
                        .toList();
        List<GroupWeights.Part> named = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            named.add(new GroupWeights.Part(parts.get(i).figure(), names.isEmpty() ? "" : names.get(i)));
        }
        return named;
    }

    private static void parts(Figure whole, List<Mention> parts, ScoreBook book, Ledger ledger) {
        Exact sum = parts.stream().map(part -> part.figure().value()).reduce(Exact.ZERO, Exact::plus);
        if (sum.minus(whole.value()).abs().compareTo(Exact.of(30)) > 0) {
            return;
        }
        List<GroupWeights.Part> named = named(parts);
        Optional<Check> other = GroupWeights.wrong(named, whole.value(), book);
        if (other.isPresent()) {
            ledger.check(other.get());
            return;
        }
        List<Mention> open = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!named.get(i).isConfirmed(book)) {
                open.add(parts.get(i));
            }
        }
        if (open.isEmpty() && !sum.equals(whole.value())) {
            return; // the table says the same, and is held to its own total
        }
        Figure wrong = wrong(whole, open.isEmpty() ? parts : open, sum);
        Side rest = Side.constant(whole.value());
        List<Figure> others = new ArrayList<>();
        for (Mention part : parts) {
            if (!part.figure().equals(wrong)) {
                rest = rest.minus(part.figure());
                others.add(part.figure());
            }
        }
        Equation equation = new Equation(wrong, rest, Side.ONE);
        if (!ledger.judged(wrong)) {
            ledger.check(new Check(
                    Kind.WEIGHT, "difference-differs", "", Formulas.combined(List.of(whole), others), equation));
        }
    }

    /** The one that digits exchanged make right, else the one that is not what the usual form gives it, else the last. */
    private static Figure wrong(Figure whole, List<Mention> parts, Exact sum) {
        Optional<Figure> unusual = Optional.empty();
        for (Mention part : parts) {
            Figure figure = part.figure();
            Exact right = whole.value().minus(sum.minus(figure.value()));
            if (right.signum() > 0 && NearMisses.isExchange(figure, right)) {
                return figure;
            }
            boolean usual = USUAL.entrySet().stream()
                    .filter(entry -> entry.getKey().matcher(part.before()).find())
                    .anyMatch(entry -> entry.getValue().equals(right) && !right.equals(figure.value()));
            unusual = usual && unusual.isEmpty() ? Optional.of(figure) : unusual;
        }
        return unusual.orElse(parts.get(parts.size() - 1).figure());
    }

    /** 产出指标30分由数量指标12分、质量指标10分、时效指标8分组成. */
    private static void madeOf(List<Mention> mentions, int at, String text, ScoreBook book, Ledger ledger) {
        Mention whole = mentions.get(at);
        List<Mention> parts = new ArrayList<>();
        if (!isPoints(whole) || !text.startsWith("由", whole.figure().end())) {
            return;
        }
        for (Mention part : mentions.subList(at + 1, mentions.size())) {
            if (!isPoints(part) || !PART.is(part.before()) || NO_WEIGHT.isIn(part.before())) {
                break;
            }
            parts.add(part);
            if (MADE_UP.begins(text.substring(part.figure().end()))) {
                parts(whole.figure(), parts, book, ledger);
                return;
            }
        }
    }

    /** 5个，每个指标4分，共计20分. */
    private static void each(List<Mention> mentions, int at, String text, Ledger ledger) {
        if (at < 1 || at + 1 >= mentions.size()) {
            return;
        }
        Mention count = mentions.get(at - 1);
        Mention each = mentions.get(at);
        Mention total = mentions.get(at + 1);
        boolean told = count.figure().kind() == Figure.Kind.COUNT
                && COUNTS.contains(count.figure().thing())
                && isPoints(each)
                && isPoints(total)
                && EACH.isIn(each.before())
                && TOGETHER.isIn(total.before())
                && !NOT_THIS.isIn(
                        text.substring(count.figure().end(), total.figure().start()));
        if (told && !ledger.judged(total.figure())) {
            Map<Figure, Exact> weights = new LinkedHashMap<>();
            weights.put(each.figure(), count.figure().value());
            Equation equation = new Equation(total.figure(), new Side(weights, Exact.ZERO), Side.ONE);
            if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 60)) {
                ledger.check(new Check(
                        Kind.WEIGHT,
                        "sum-differs",
                        "",
                        count.figure().text() + " × " + each.figure().text(),
                        equation));
            }
        }
    }

    private static boolean isPoints(Mention mention) {
        return mention.figure().kind() == Figure.Kind.POINTS && mention.figure().nearness() == Figure.Nearness.EXACT;
    }
}
