package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * How the words of one scored thing say that it is scored: in proportion to what was done, the other way round, and from or up
 * to which rate it gets all or nothing: 达到95%得满分，低于60%不得分，其余按比例计分.
 *
 * @param way in what proportion, where they say so
 * @param limits rates beyond which it gets all or nothing
 */
record ItemRule(Optional<Way> way, List<Limit> limits) {

    /** In what proportion. */
    enum Way {
        RATE,
        OF_TARGET,
        INVERSE
    }

    /**
     * 低于60%不得分; 95%（含）以上得满分.
     *
     * @param above whether it is of rates above the limit
     * @param equal whether the limit itself counts
     * @param full whether it gives full marks, else nothing
     */
    record Limit(Exact rate, boolean above, boolean equal, boolean full) {

        boolean holds(Exact value) {
            int order = value.compareTo(rate);
            return (equal && order == 0) || (above ? order > 0 : order < 0);
        }
    }

    private static final String RATES = "(?:比例|率|进度|满意度|程度|完成度|达成度|系数|之比|比值|百分比)";
    /** 按完成比例计7.6分; 按支出进度计分; 按实际值与目标值之比得; 按每月通报的执行率平均计算. */
    private static final Sought BY = Sought.of(
            Pattern.compile(
                    "(?:按照?|依|以|根据|依据)(?!权重|分值|因素)[^，。；]{0,24}?" + RATES
                            + "[^，。；\\d]{0,8}?(?:计|得|算|赋|评|折|给|乘|确定)|取\\d+(?:\\.\\d+)?%[，计得]|按\\d+(?:\\.\\d+)?%(?:折算|折|计分|计得|得分|给分|赋分)"));
    /** 以满意率乘以分值; 分值×完成率; 得分＝分值×完成值÷目标值; ＝公开数÷应公开数×3. */
    private static final Sought PRODUCT =
            Sought.of(Pattern.compile(RATES + "[^，。；\\d]{0,4}(?:[×*]|乘以?)(?:该项|本项|指标|标准)?(?:分值|权重|满分|标准分|\\d)"
                    + "|(?:分值|权重|满分|标准分|分)(?:[×*]|乘以?)[^，。；]{0,20}?" + RATES
                    + "|[=＝][^。；，]{2,40}(?:[÷/]|除以)[^。；，]{2,30}[×*]|[=＝][^。；，]{2,20}[×*][^。；，]{2,30}(?:[÷/]|除以)"));

    private static final Pattern OF_TARGET = Pattern.compile(
            "(?:目标|指标|计划|任务|应)[^，。；]{0,12}之?比|(?:实际|完成)[^，。；]{0,10}(?:与|占|[÷/]|除以)[^，。；]{0,6}(?:目标|指标|计划|任务|应)");
    private static final Pattern INVERSE =
            Pattern.compile("(?:目标|指标|计划|控制|预算|标准)(?:值|数|额|任务数)?(?:[÷/]|除以|与)(?:实际|完成)[^，。；]{0,10}");
    private static final Sought LIMITS = Sought.of(
            Pattern.compile(
                    "(?<word>≥|>|≤|<|不低于|不少于|达到|大于等于|高于|超过|大于|低于|不足|小于|少于|未达到?|不满|不高于|不超过)?(?<limit>\\d{1,3}(?:\\.\\d+)?)%(?:（(?<too>不?含)[^）]{0,6}）)?(?<after>（含）以上|及以上|以上|（含）以下|及以下|以下)?的?(?:，)?(?:一律|均|则)?(?<gives>不得分|不计分|得0分|计0分|得零分|[得计给]满分)"),
            "%");

    static ItemRule of(String words) {
        List<Limit> limits = new ArrayList<>();
        Matcher matcher = LIMITS.in(words);
        while (matcher.find()) {
            limit(matcher).ifPresent(limits::add);
        }
        return new ItemRule(way(words), List.copyOf(limits));
    }

    private static Optional<Way> way(String words) {
        boolean product = PRODUCT.in(words).find();
        boolean by = BY.in(words).find();
        if ((product || by) && INVERSE.matcher(words).find()) {
            return Optional.of(Way.INVERSE);
        }
        if (!product && !by) {
            return Optional.empty();
        }
        return Optional.of(OF_TARGET.matcher(words).find() ? Way.OF_TARGET : Way.RATE);
    }

    private static Optional<Limit> limit(Matcher matcher) {
        String word = Optional.ofNullable(matcher.group("word")).orElse("");
        String after = Optional.ofNullable(matcher.group("after")).orElse("");
        if (word.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        boolean above = word.matches("≥|>|不低于|不少于|达到|大于等于|高于|超过|大于") || after.endsWith("以上");
        boolean equal = word.matches("≥|≤|不低于|不少于|达到|大于等于|不高于|不超过")
                || after.length() > 2
                || (after.equals("以上") && !"不含".equals(matcher.group("too")))
                || "含".equals(matcher.group("too"));
        boolean full = matcher.group("gives").endsWith("满分");
        Exact rate = Exact.parse(matcher.group("limit")).dividedBy(Exact.HUNDRED);
        return Optional.of(new Limit(rate, above, equal, full));
    }
}
