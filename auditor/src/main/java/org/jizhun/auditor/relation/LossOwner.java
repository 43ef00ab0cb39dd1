package org.jizhun.auditor.relation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;
import org.jspecify.annotations.Nullable;

/**
 * Whose a deduction is that is told after the scores of all items, 产出数量因班次不足扣0.6分，产出质量因抽检不合格扣1.4分: that of the item it names.
 */
final class LossOwner {

    private static final Sought TAKES = Sought.of("(?:扣除|扣减|扣分|扣|减|失|丢)(?:了|为)?$");
    private static final Sought ASPECT = Sought.of("^(?<name>[^，。；：\\d]{2,10}方面)[，：]");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private LossOwner() {}

    /** Whether the words speak of an aspect that is none of the items: 产出时效方面. */
    static boolean isAspect(String text) {
        return ASPECT.isIn(text);
    }

    /** The item of the section that a deduction names; none where it names something else, and the one before where it names nothing. */
    static @Nullable ScoreNode of(Mention loss, ScoreNode section, @Nullable ScoreNode item, String text) {
        int start = loss.figure().start();
        boolean scored = item == null || item.got().isPresent();
        if (!scored || !TAKES.isIn(text.substring(Math.max(0, start - 8), start))) {
            return item;
        }
        String said = text.substring(text.lastIndexOf('。', start - 1) + 1, start);
        ScoreNode named = named(section, said);
        if (named != null) {
            return named;
        }
        Matcher aspect = ASPECT.in(said);
        boolean other = item != null && aspect.find() && !item.name().equals(ScoreNames.plain(aspect.group("name")));
        return other ? null : item;
    }

    /** The item named last; of two named there, the one with the longer name. */
    private static @Nullable ScoreNode named(ScoreNode section, String said) {
        ScoreNode named = null;
        int at = -1;
        for (ScoreNode part : section.parts()) {
            Matcher name = part.name().length() < 2 || part.level() != ScoreNode.ITEM
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
        return named;
    }
}
