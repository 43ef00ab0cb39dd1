package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
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

    private static final Sought WEIGHTS_IN_ORDER = Sought.of("(?:分值|满分|权重)(?:依次|分别)(?:为|是)?$");

    /** 该项满分10分 after its rule. */
    private static final Sought OWN = Sought.of("(?:该|本|此)(?:项|指标)[^，。；\\d]{0,6}$");

    /** B13 资金使用合规性：…扣2分。该指标满分5分，得3分: a paragraph about one item, with the weight at its end. */
    private static final Sought LABELLED = Sought.of("^[^，。；：]{2,30}：");

    /** 甲、乙、丙分别扣1分、0.8分和1分. */
    private static final Sought TAKEN_IN_TURN = Sought.of("(?:分别|依次)(?:扣|扣减|扣除|失)$");

    private static final Sought IN_TURN = Sought.of("(?:分别|依次)(?:得|为|得分)(?:为)?$");

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
            } else if (i + 1 < mentions.size() && AmongPoints.isFullMark(figure, mentions.get(i + 1), text)) {
                pair(mention, mentions.get(i + 1), text);
                i++;
            } else if (WEIGHTS_IN_ORDER.isIn(mention.before())) {
                i = inOrder(mentions, i, text);
            } else if (TAKEN_IN_TURN.isIn(mention.before())) {
                int last = AmongPoints.lastOfRow(mentions, i, text);
                for (int each = i; each <= last; each++) {
                    losses.take(own, mentions, each, text);
                }
                i = last;
            } else if (figure.nearness() == Figure.Nearness.EXACT) {
                points(mentions, i, text, heads);
            }
        }
    }

    /** 执行率得9.8分，产出得48.5分，…，四项分值依次为10分、50分…: the weights of the scores before, in their order; the last of them. */
    private int inOrder(List<Mention> mentions, int first, String text) {
        int last = AmongPoints.lastOfRow(mentions, first, text);
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

    private void pair(Mention score, Mention weight, String text) {
        ScoreNode pair = new ScoreNode(ScoreNode.ITEM, name(score, text));
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
        if (item != null && (AmongPoints.isListOfLosses(item, mention, text) || NEXT_ITEM.isIn(since))) {
            item = null;
        }
        item = LossOwner.of(mention, section, item, text);
        ScoreNode own = item == null ? section : item;
        if (losses.isRest(mention)) {
            losses.take(own, mentions, at, text);
            return;
        }
        switch (ScoreWords.of(mention, text)) {
            case WEIGHT -> {
                if (AmongPoints.isOfScoreBefore(mention, section, text)) {
                    section.parts().get(section.parts().size() - 1).weigh(mention);
                } else {
                    weight(mention, section, text, heads);
                }
            }
            case NAMED -> {
                if (AmongPoints.isScoredAfter(mentions, at, text)) {
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
                boolean whole = AmongPoints.isOfWhole(mentions, at, text);
                if (whole || (item == null && LossOwner.isAspect(text))) {
                    item = new ScoreNode(ScoreNode.ITEM, "");
                    (whole ? document : section).parts().add(item);
                    losses.takeAll(item, mentions, at, text);
                } else if (losses.isPart(mention) || !AmongPoints.isOfSeveral(mention, text, own)) {
                    losses.takeAll(own, mentions, at, text);
                }
            }
            case RULE -> own.rules().add(mention);
            case STEP -> own.step();
            case SUM -> {
                int count = AmongPoints.scoresCounted(mention, text);
                summed(count, heads).sums().add(new ScoreNode.Sum(mention, count));
                item = null;
            }
            case TOTAL, OTHER -> {}
        }
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
        boolean group = AmongPoints.opensParts(mention, text);
        ScoreNode next = new ScoreNode(group ? GROUP : ScoreNode.ITEM, name(mention, text));
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

    /** A score without a weight of its own is one of several, 可用率99.95%，得5分；调用量2.36亿次，得5分, or the only one of its section. */
    private void got(Mention mention, ScoreNode section, String text, boolean heads) {
        boolean another = item != null
                && item.got().isEmpty()
                && item.weight()
                        .filter(weight -> AmongPoints.isOfAnother(weight.figure(), mention.figure()))
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
            ScoreNode loose = new ScoreNode(ScoreNode.ITEM, name(mention, text));
            loose.get(mention);
            section.parts().add(loose);
        }
    }
}
