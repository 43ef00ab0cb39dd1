package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.quantity.Exact;

/**
 * The word for a change against the two figures it is about: 479人，比上年末的538人增加59人 is a fall. Told only where the change,
 * if printed, is that of the two figures, so that the word and no figure is wrong; and 与上年持平 where two figures differ.
 */
final class Directions implements Relation {

    private static final String EARLIER = "(?:上年|去年|上一年|前一年|上年度|20\\d{2}年度?|年初|期初|上期|上半年|同期|改造前|实施前|项目实施前|建设前|基期)";
    private static final Sought AGAINST =
            Sought.of("^[^，。；：\\d]{0,4}[，（、]?(?:较|比|与|同|相比|相较|对比)于?" + EARLIER + "[^，。；：\\d]{0,8}?$");
    private static final Sought CHANGE = Sought.of(
            "^[）]?(?:相比)?，?(?:有所|略有|略|明显|大幅|大幅度|显著|稳步|进一步|小幅|均|共|净|同比|又)*(?<word>增加|增长|上升|提高|提升|升高|多|减少|下降|降低|回落|下滑|少)(?:了)?(?<rest>[^，。；\\d]{0,3})");
    private static final Sought FLAT = Sought.of(
            "^[^，。；]{0,4}，?(?<said>(?:与|同|和|较)(?:上一?年度?|去年|20\\d{2}年度?)(?:同期|同口径|水平)?(?:相比)?(?:保持|完全)?(?:持平|一致|相同|不变|没有变化))(?=[，。；]|$)");
    private static final Sought LAST_YEAR = Sought.of(
            "^(?:而|，)?(?:上年度?|去年|上一年度?|20\\d{2}年度?)(?:同期|全年|末)?(?:的)?(?:决算数?|实际|支出|实际支出|完成|发生|数|收入|总额|金额)*(?:为|是|：)?$");
    private static final Sought NOT_NOW = Sought.of("预算|上年|去年|年初|计划|目标|核定|指标|其中|占|20\\d{2}年初");
    private static final List<String> RISES = List.of("增加", "增长", "上升", "提高", "提升", "升高", "多");

    /** The word for a change right before its figure: 比上年增加了35万元, 同比降幅为5.2%. */
    private static final Sought TOLD = Sought.of(
            "(?<word>增加|增长|上升|提高|提升|升高|上涨|扩大|攀升|增幅|新增|增|多支出?|多收|多|少支出?|少收|减少|下降|降低|回落|下滑|缩减|压减|压缩|降幅|减幅|缩小|收窄|少|减)(?:了|为|达到?|约|率为|幅度为|幅度达|共|近)*$");

    private static final Set<String> ROSE =
            Set.of("增加", "增长", "上升", "提高", "提升", "升高", "上涨", "扩大", "攀升", "增幅", "增", "多支出", "多支", "多收", "多");

    /** What was put in or taken out of a budget is told for itself, and is no change between two years. */
    private static final Set<String> OF_ITS_OWN = Set.of("新增", "压减", "追加", "核减", "调减", "调增", "收回");

    @Override
    public String name() {
        return "directions";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                changed(mentions, i, passage, ledger);
                told(mentions, i, passage, ledger);
                flat(mentions, i, passage, ledger);
            }
        }
        DirectionsOfRows.examine(claims, ledger);
    }

    /** A word on a rate against the sign that the rate has in a table. */
    static void tellOfSign(Passage passage, int start, String word, Figure cell, Ledger ledger) {
        Spot where = passage.spot(start, start + word.length());
        if (!WrongWord.isReversed(passage, start) && !ledger.findsInLine(Kind.DIRECTION, where)) {
            boolean rose = cell.value().compareTo(Exact.ZERO) > 0;
            ledger.find(WrongWord.signed(word, OppositeWords.of(word).orElse(rose ? "增长" : "下降"), where, cell));
        }
    }

    /** A word against a row of a table. */
    static void tellOfRow(Passage passage, int start, String word, Figure now, Figure then, Ledger ledger) {
        Optional<String> right = OppositeWords.of(word);
        if (right.isEmpty()) {
            right = Optional.of(now.value().compareTo(then.value()) > 0 ? "增加" : "减少");
        }
        tell(word, right, passage, start, now, then, ledger);
    }

    private static boolean exact(Figure figure) {
        return figure.nearness() == Figure.Nearness.EXACT;
    }

    private static void changed(List<Mention> mentions, int at, Passage passage, Ledger ledger) {
        Figure now = mentions.get(at - 1).figure();
        Figure then = mentions.get(at).figure();
        String text = passage.text();
        boolean pair = now.isLike(then)
                && exact(now)
                && exact(then)
                && now.kind() != Figure.Kind.PERCENTAGE_POINTS
                && AGAINST.isIn(text.substring(now.end(), then.start()));
        Matcher change = CHANGE.in(text.substring(then.end()));
        if (!pair || !change.find() || now.rounded().meets(then.rounded())) {
            return;
        }
        String word = change.group("word");
        boolean rose = now.value().compareTo(then.value()) > 0;
        if (rose == RISES.contains(word) || !isThatOf(mentions, at, change, ledger)) {
            return;
        }
        int start = then.end() + change.start("word");
        tell(word, OppositeWords.of(word), passage, start, now, then, ledger);
    }

    /** 2023年为986万元，2022年为1021万元，比上年增加35万元: the change is that of two figures nearby, but the other way. */
    private static void told(List<Mention> mentions, int at, Passage passage, Ledger ledger) {
        Mention told = mentions.get(at);
        Matcher words = TOLD.in(told.before());
        boolean change = exact(told.figure()) && words.find() && !OF_ITS_OWN.contains(words.group("word"));
        if (!change || !ledger.holding(told.figure()).isEmpty()) {
            return;
        }
        String word = words.group("word");
        boolean up = ROSE.contains(word);
        Optional<NowAndThen> pair = NowAndThen.of(mentions, at, up).filter(found -> found.rose() != up);
        if (pair.isPresent()) {
            Figure now = pair.get().now().figure();
            Figure then = pair.get().then().figure();
            int start = told.figure().start() - told.before().length() + words.start("word");
            Optional<String> right = OppositeWords.of(word).or(() -> Optional.of(up ? "减少" : "增加"));
            tell(word, right, passage, start, now, then, ledger);
        }
    }

    /** Whether no change is printed, or the one of the two figures. */
    private static boolean isThatOf(List<Mention> mentions, int at, Matcher change, Ledger ledger) {
        Figure now = mentions.get(at - 1).figure();
        Figure then = mentions.get(at).figure();
        if (at + 1 >= mentions.size() || mentions.get(at + 1).figure().start() > then.end() + change.end()) {
            return true;
        }
        Figure printed = mentions.get(at + 1).figure();
        if (ledger.judged(printed)) {
            return false;
        }
        Exact difference = now.value().minus(then.value()).abs();
        if (printed.isLike(now) && now.kind() != Figure.Kind.PERCENT) {
            return printed.rounded().holds(difference);
        }
        if (printed.kind() == Figure.Kind.PERCENTAGE_POINTS && now.kind() == Figure.Kind.PERCENT) {
            return printed.rounded().holds(difference);
        }
        return printed.kind() == Figure.Kind.PERCENT
                && !then.value().isZero()
                && printed.rounded().holds(difference.dividedBy(then.value().abs()));
    }

    /** 决算36.79万元；上年决算39.51万元，与上年持平. */
    private static void flat(List<Mention> mentions, int at, Passage passage, Ledger ledger) {
        Mention then = mentions.get(at);
        Matcher said = FLAT.in(passage.text().substring(then.figure().end()));
        if (!LAST_YEAR.isIn(then.before()) || !exact(then.figure()) || !said.find()) {
            return;
        }
        Figure now = null;
        for (int i = at - 1; i >= 0; i--) {
            Mention other = mentions.get(i);
            if (other.figure().isLike(then.figure()) && exact(other.figure()) && !isLater(then, other)) {
                if (near(other.figure(), then.figure())) {
                    return;
                }
                now = NOT_NOW.isIn(other.before()) ? now : other.figure();
            }
        }
        if (now != null) {
            String word = said.group("said");
            int start = then.figure().end() + said.start("said");
            boolean rose = now.value().compareTo(then.figure().value()) > 0;
            tell(word, Optional.of(rose ? "比上年增加" : "比上年减少"), passage, start, now, then.figure(), ledger);
        }
    }

    /** Whether the years put the figure of the last year after the other one. */
    private static boolean isLater(Mention then, Mention other) {
        Optional<Integer> last = NowAndThen.year(then);
        Optional<Integer> own = NowAndThen.year(other);
        return last.isPresent() && own.isPresent() && own.get() <= last.get();
    }

    /** One in a hundred apart at most is called level. */
    private static boolean near(Figure one, Figure two) {
        Exact apart = one.value().minus(two.value()).abs().times(Exact.HUNDRED);
        return apart.compareTo(two.value().abs()) <= 0;
    }

    private static void tell(
            String stated,
            Optional<String> expected,
            Passage passage,
            int start,
            Figure now,
            Figure then,
            Ledger ledger) {
        if (WrongWord.isReversed(passage, start)) {
            return;
        }
        Spot where = passage.spot(start, start + stated.length());
        boolean told = ledger.findings().stream()
                .anyMatch(finding -> finding.kind() == Kind.DIRECTION
                        && ((finding.where().line() == where.line()
                                        && finding.stated().equals(stated))
                                || finding.because().containsAll(List.of(now.spot(), then.spot()))));
        if (told) {
            return;
        }
        ledger.find(WrongWord.compared(stated, expected, where, now, then));
    }
}
