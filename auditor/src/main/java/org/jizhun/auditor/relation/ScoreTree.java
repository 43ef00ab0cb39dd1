package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Reads how running text scores: sections with their points, {@code （一）过程（20分，得17.6分）}, and in them items one after the other,
 * {@code 资金到位率4分，得4分；预算执行率6分，每低1个百分点扣0.5分，执行率93%，扣1分，得5分}.
 */
final class ScoreTree {

    private static final List<Pattern> LEVELS = List.of(
            Pattern.compile("^第[一二三四五六七八九十]{1,3}(?:部分|章)"),
            Pattern.compile("^[一二三四五六七八九十]{1,3}[、.．]"),
            Pattern.compile("^（[一二三四五六七八九十]{1,3}）"),
            Pattern.compile("^\\d{1,2}[.、．](?!\\d)"),
            Pattern.compile("^（\\d{1,2}）|^[①-⑳]"));
    /** 资金管理12分。其中资金到位率4分，得4分；…: a group within a paragraph. */
    private static final int GROUP = 8;

    private static final int LEAF = 9;
    private static final Pattern OF_PARTS = Pattern.compile("）?[。，：；]?(?:其中|包括|由|具体为|分为)");
    private static final Sought COUNTED = Sought.of(
            "(?<count>[两二三四五六七八九十]|\\d{1,2})(?:项|个|类|部分|方面)[^，。；\\d]{0,4}(?:合计|共计|总计|合共|相加|累计|共)?(?:，[^，。；\\d]{2,10}?)?(?:得分?|实得|评分)?(?:为|是)?$");
    static final Sought LOSSES_COUNTED = Sought.of(
            "(?<count>[两二三四五六七八九十]|\\d{1,2})(?:项|个|处|类|方面|点|条)[^，。；\\d]{0,8}(?:合计|共计|总计|累计|共|总共)[^，。；\\d]{0,3}$");
    private static final Sought FULL_MARK = Sought.of("（(?:满分|分值|权重|总分|标准分)(?:值|为|：)?");
    private static final Sought WEIGHTS_IN_ORDER = Sought.of("(?:分值|满分|权重)(?:依次|分别)(?:为|是)?$");
    /** What follows these words is of all items. */
    private static final Sought LIST_OF_LOSSES = Sought.of("扣分(?:情况|明细|项|说明)(?:如下|为|主要|：)|具体扣分");

    /** 该项满分10分 after its rule. */
    private static final Sought OWN = Sought.of("(?:该|本|此)(?:项|指标)[^，。；\\d]{0,6}$");

    /** B13 资金使用合规性：…扣2分。该指标满分5分，得3分: a paragraph about one item, with the weight at its end. */
    private static final Sought LABELLED = Sought.of("^[^，。；：]{2,30}：");

    private static final Sought SCORED_NEXT = Sought.of("^）(?:实际|自评|评价)*(?:得|实得|得分)(?:为)?\\d");

    private static final Sought POINTS_AGAIN = Sought.of("\\d分(?!率)");

    private static final Sought TAKES = Sought.of("(?:扣除|扣减|扣分|扣|减|失|丢)(?:了|为)?$");
    /** 甲、乙、丙分别扣1分、0.8分和1分. */
    private static final Sought TAKEN_IN_TURN = Sought.of("(?:分别|依次)(?:扣|扣减|扣除|失)$");

    private static final Sought IN_TURN = Sought.of("(?:分别|依次)(?:得|为|得分)(?:为)?$");
    private static final Sought ASPECT = Sought.of("^(?<name>[^，。；：\\d]{2,10}方面)[，：]");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /** 预算编制科学性满分3分，扣1.00分；资金分配合理性得3分: the score of an item without a weight of its own. */
    private static final Sought OF_ANOTHER = Sought.of(
            "[；。](?!自评|实际|最终|综合|该|本项|此|共|合计|故|因|经|按|据|考核|评价|以上|上述|所以|应|则|扣|计算|折算|总|得分)[\\u4e00-\\u9fa5]{4,16}得$");

    /** 得2.00分。3.制度执行有效性。…扣1.00分: a numbered item within the paragraph. */
    private static final Sought NEXT_ITEM = Sought.of("[。；](?:\\d{1,2}[.．、]|（\\d{1,2}）|[①-⑳])[\\u4e00-\\u9fa5]");

    /** How far into a paragraph its heading reaches. */
    private static final int HEADING = 48;

    private final ScoreNode document = new ScoreNode(-1, "");
    private final Deque<ScoreNode> open = new ArrayDeque<>(List.of(document));
    private @Nullable ScoreNode item;
    private final Losses losses = new Losses();

    private ScoreTree() {}

    /** The document as the root; its parts are the sections that have no section above them. */
    static ScoreNode of(Claims claims) {
        return claims.derived(ScoreNode.class, ScoreTree::read);
    }

    private static ScoreNode read(Claims claims) {
        ScoreTree tree = new ScoreTree();
        for (Passage passage : claims.passages()) {
            int level = level(passage.text());
            if (level >= 0) {
                tree.section(level, passage.text());
            }
            tree.losses.paragraph();
            tree.read(claims.mentions(passage), passage.text(), level >= 0);
            if (tree.item != null && tree.item.got().isPresent()) {
                tree.item = null;
            }
        }
        tree.document.settle();
        return tree.document;
    }

    private static String name(Mention points, String text) {
        return ScoreNames.before(text, points.figure().start());
    }

    private static int level(String text) {
        for (int level = 0; level < LEVELS.size(); level++) {
            if (LEVELS.get(level).matcher(text).find()) {
                return level;
            }
        }
        return -1;
    }

    private void section(int level, String text) {
        while (level <= open.getFirst().level()) {
            open.removeFirst();
        }
        ScoreNode section = new ScoreNode(level, ScoreNames.ofHeading(text));
        open.getFirst().parts().add(section);
        open.addFirst(section);
        item = null;
    }

    private void read(List<Mention> mentions, String text, boolean heads) {
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Figure figure = mention.figure();
            ScoreNode own = item == null ? open.getFirst() : item;
            if (figure.kind() != Figure.Kind.POINTS) {
                own.numbers().add(mention);
            } else if (i + 1 < mentions.size() && isFullMark(figure, mentions.get(i + 1), text)) {
                pair(mention, mentions.get(i + 1), text);
                i++;
            } else if (WEIGHTS_IN_ORDER.isIn(mention.before())) {
                i = inOrder(mentions, i, text);
            } else if (TAKEN_IN_TURN.isIn(mention.before())) {
                int last = lastOfRow(mentions, i, text);
                for (int each = i; each <= last; each++) {
                    losses.take(own, mentions, each, text);
                }
                i = last;
            } else if (figure.nearness() == Figure.Nearness.EXACT) {
                points(mentions, i, text, heads);
            }
        }
    }

    /** 得14.5分（满分15分）. */
    private static boolean isFullMark(Figure score, Mention weight, String text) {
        return weight.figure().kind() == Figure.Kind.POINTS
                && FULL_MARK.is(text.substring(score.end(), weight.figure().start()));
    }

    /** 执行率得9.8分，产出得48.5分，…，四项分值依次为10分、50分…: the weights of the scores before, in their order; the last of them. */
    private int inOrder(List<Mention> mentions, int first, String text) {
        int last = lastOfRow(mentions, first, text);
        List<ScoreNode> parts = open.getFirst().parts();
        int count = last - first + 1;
        int from = parts.size() - count;
        boolean loose = from >= 0
                && parts.subList(from, parts.size()).stream()
                        .allMatch(part -> part.weight().isEmpty());
        for (int i = 0; loose && i < count; i++) {
            parts.get(from + i).weigh(mentions.get(first + i));
        }
        item = null;
        return last;
    }

    /** The last of the points that follow one with nothing but 、 or 和 between them. */
    private static int lastOfRow(List<Mention> mentions, int first, String text) {
        int last = first;
        while (last + 1 < mentions.size()
                && mentions.get(last + 1).figure().kind() == Figure.Kind.POINTS
                && Sought.kept("[、，和及]{1,2}")
                        .is(text.substring(
                                mentions.get(last).figure().end(),
                                mentions.get(last + 1).figure().start()))) {
            last++;
        }
        return last;
    }

    private void pair(Mention score, Mention weight, String text) {
        ScoreNode pair = new ScoreNode(LEAF, name(score, text));
        pair.weigh(weight);
        pair.get(score);
        open.getFirst().parts().add(pair);
        item = null;
    }

    private void points(List<Mention> mentions, int at, String text, boolean heads) {
        Mention mention = mentions.get(at);
        ScoreNode section = open.getFirst();
        int last = at == 0 ? 0 : mentions.get(at - 1).figure().end();
        String since = text.substring(last, Math.max(last, mention.figure().start()));
        if (item != null && (isListOfLosses(item, mention, text) || NEXT_ITEM.isIn(since))) {
            item = null;
        }
        turn(mention, section, text);
        ScoreNode own = item == null ? section : item;
        if (losses.isRest(mention)) {
            losses.take(own, mentions, at, text);
            return;
        }
        switch (ScoreWords.of(mention, text)) {
            case WEIGHT -> {
                if (!weighsBefore(mention, section, text)) {
                    weight(mention, section, text, heads);
                }
            }
            case NAMED -> {
                if (isScoredAfter(mentions, at, text)) {
                    weight(mention, section, text, heads);
                }
            }
            case GOT -> {
                if (IN_TURN.isIn(mention.before())) {
                    item = null; // 自评分别得11.60分、9.20分和8.00分: scores of several
                } else {
                    got(mention, section, text, heads);
                }
            }
            case TAKEN -> losses.take(own, mentions, at, text);
            case TAKEN_EACH -> losses.takeEach(own, mentions, at, text);
            case ALL_TAKEN -> {
                boolean whole = isOfWhole(mentions, at, text);
                if (whole || (item == null && ASPECT.isIn(text))) {
                    item = new ScoreNode(LEAF, "");
                    (whole ? document : section).parts().add(item);
                    losses.takeAll(item, mentions, at, text);
                } else if (losses.isPart(mention) || !isOfSeveral(mention, text, own)) {
                    losses.takeAll(own, mentions, at, text);
                }
            }
            case RULE -> own.rules().add(mention);
            case STEP -> own.step();
            case SUM -> {
                Matcher counted = COUNTED.in(text.substring(
                        Math.max(0, mention.figure().start() - 24),
                        mention.figure().start()));
                int count = counted.find() ? Numerals.count(counted.group("count")) : 0;
                summed(count, heads).sums().add(new ScoreNode.Sum(mention, count));
                item = null;
            }
            case TOTAL, OTHER -> {}
        }
    }

    /**
     * 产出数量因班次不足扣0.6分，产出质量因抽检不合格扣1.4分 after the scores of all of them: a deduction that names an item is that
     * item's, and one that names something else, 产出时效方面, is none of the item before.
     */
    private void turn(Mention mention, ScoreNode section, String text) {
        int start = mention.figure().start();
        boolean scored = item == null || item.got().isPresent();
        if (!scored || !TAKES.isIn(text.substring(Math.max(0, start - 8), start))) {
            return;
        }
        String said = text.substring(sentence(text, start), start);
        ScoreNode named = null;
        int at = -1;
        for (ScoreNode part : section.parts()) {
            Matcher name = part.name().length() < 2 || part.level() != LEAF
                    ? NOTHING.matcher("")
                    : Pattern.compile("(?:^|[，；：、])(?:其中[：，]?)?" + Pattern.quote(part.name())
                                    + "(?:方面|(?:指标|类|部分)?(?=[，：因由]|[^，。；、\\d]{0,6}扣|未|不))")
                            .matcher(said);
            while (name.find()) {
                boolean later = name.start() > at
                        || (name.start() == at
                                && named != null
                                && part.name().length() > named.name().length());
                named = later ? part : named;
                at = later ? name.start() : at;
            }
        }
        Matcher aspect = ASPECT.in(said);
        if (named != null) {
            item = named;
        } else if (item != null && aspect.find() && !item.name().equals(ScoreNames.plain(aspect.group("name")))) {
            item = null;
        }
    }

    private static int sentence(String text, int at) {
        return text.lastIndexOf('。', at - 1) + 1;
    }

    /** 以上三项共失4分 below （1）…（2）…（3）…: of more deductions than the last item has. */
    private static boolean isOfSeveral(Mention mention, String text, ScoreNode own) {
        int start = mention.figure().start();
        Matcher counted = LOSSES_COUNTED.in(text.substring(Math.max(0, start - 24), start));
        return counted.find()
                && Numerals.count(counted.group("count")) > own.taken().size();
    }

    /** 总得分98.91分，共扣1.09分: what the whole lost of a hundred. */
    private static boolean isOfWhole(List<Mention> mentions, int at, String text) {
        Figure all = mentions.get(at).figure();
        int from = sentence(text, all.start());
        return mentions.subList(0, at).stream()
                .map(Mention::figure)
                .filter(figure -> figure.kind() == Figure.Kind.POINTS && figure.start() >= from)
                .anyMatch(total -> total.value().plus(all.value()).equals(Exact.HUNDRED));
    }

    /** 以上三项合计…得48.02分 in a paragraph of its own below 3.…: of the section that has so many parts. */
    private ScoreNode summed(int count, boolean heads) {
        for (ScoreNode section : open) {
            if (heads || section.parts().size() >= Math.max(2, count)) {
                return section;
            }
        }
        return open.getFirst();
    }

    /** Whether after the item's score the words begin to list what all items lost. */
    private static boolean isListOfLosses(ScoreNode item, Mention mention, String text) {
        return item.got()
                .map(Mention::figure)
                .filter(got ->
                        got.passage().order() == mention.figure().passage().order()
                                && got.end() < mention.figure().start())
                .filter(got -> LIST_OF_LOSSES.isIn(
                        text.substring(got.end(), mention.figure().start())))
                .isPresent();
    }

    /** Whether the next number of points that is neither rule nor deduction is what was got. */
    private static boolean isScoredAfter(List<Mention> mentions, int at, String text) {
        for (Mention next : mentions.subList(at + 1, mentions.size())) {
            ScoreWords words = next.figure().kind() == Figure.Kind.POINTS ? ScoreWords.of(next, text) : ScoreWords.RULE;
            if (words == ScoreWords.GOT) {
                return true;
            }
            if (words == ScoreWords.WEIGHT
                    || words == ScoreWords.NAMED
                    || words == ScoreWords.SUM
                    || words == ScoreWords.TOTAL) {
                return OF_PARTS.matcher(text)
                        .region(mentions.get(at).figure().end(), text.length())
                        .lookingAt();
            }
        }
        return false;
    }

    /** 乙县得70.2分（两项不适用，满分80分）: a weight in brackets after a score is that score's. */
    private static boolean weighsBefore(Mention weight, ScoreNode section, String text) {
        int bracket = text.lastIndexOf('（', weight.figure().start());
        int last = section.parts().size() - 1;
        if (!weight.bracketed() || bracket < 1 || last < 0) {
            return false;
        }
        if (SCORED_NEXT.isIn(text.substring(weight.figure().end()))) {
            return false; // 产出（50分）得48.76分，效益（30分）得30分: of the score behind
        }
        ScoreNode before = section.parts().get(last);
        boolean just = before.weight().isEmpty()
                && before.got()
                        .map(Mention::figure)
                        .filter(got -> got.passage().order()
                                        == weight.figure().passage().order()
                                && got.end() <= bracket
                                && bracket - got.end() <= HEADING
                                && !POINTS_AGAIN.isIn(text.substring(got.end(), bracket)))
                        .isPresent();
        if (just) {
            before.weigh(weight);
        }
        return just;
    }

    private void weight(Mention mention, ScoreNode section, String text, boolean heads) {
        int start = mention.figure().start();
        boolean heading = heads
                && section.weight().isEmpty()
                && section.parts().isEmpty()
                && start <= HEADING
                && text.lastIndexOf('。', start) < 0;
        boolean own = section.weight().isEmpty()
                && section.parts().isEmpty()
                && OWN.isIn(text.substring(Math.max(0, start - 10), start));
        if (heading || own) {
            section.weigh(mention);
            return;
        }
        ScoreNode whole = section;
        while (whole.level() == GROUP && whole.isFilled()) {
            open.removeFirst();
            whole = open.getFirst();
        }
        boolean group = OF_PARTS.matcher(text)
                .region(mention.figure().end(), text.length())
                .lookingAt();
        ScoreNode next = new ScoreNode(group ? GROUP : LEAF, name(mention, text));
        next.weigh(mention);
        if (!group && item == null && LABELLED.isIn(text) && OWN.isIn(text.substring(Math.max(0, start - 10), start))) {
            next.takeOver(whole, mention.figure().passage());
        }
        whole.parts().add(next);
        if (group) {
            open.addFirst(next);
        }
        item = group ? null : next;
    }

    /** Whether the words between a weight and a score name another item, which has the score. */
    static boolean isOfAnother(Figure weight, Figure got) {
        return weight.passage().order() == got.passage().order()
                && weight.end() <= got.start()
                && OF_ANOTHER.isIn(weight.passage().text().substring(weight.end(), got.start()));
    }

    /** A score without a weight of its own is one of several, 可用率99.95%，得5分；调用量2.36亿次，得5分, or the only one of its section. */
    private void got(Mention mention, ScoreNode section, String text, boolean heads) {
        boolean another = item != null
                && item.got().isEmpty()
                && item.weight()
                        .filter(weight -> isOfAnother(weight.figure(), mention.figure()))
                        .isPresent();
        if (another) {
            item = null;
        }
        if (item != null && item.got().isPresent()) {
            item.tellSome(); // scores of its own parts follow, which need not be all
        } else if (item != null) {
            item.get(mention);
        } else if (heads
                && mention.figure().start() <= HEADING
                && text.lastIndexOf('。', mention.figure().start()) < 0) {
            section.get(mention);
        } else {
            ScoreNode loose = new ScoreNode(LEAF, name(mention, text));
            loose.get(mention);
            section.parts().add(loose);
        }
    }
}
