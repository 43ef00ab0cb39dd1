package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * The grades of a document by its own bands, whatever they are called: 95分以上为A档，85分以上不满95分为B档; 一等（90分及以上）、二等（80分及以上不满90分）.
 * A score on the edge of two bands has a grade only where the words say to which of them the edge belongs.
 */
final class GradeBands {

    static final String GRADE =
            "(?:优秀|优|良好|良|中等|中|基本合格|不合格|合格|较差|差|较好|一般|[A-E](?![A-Za-z])|[一二三四五](?=[等档类级])|[甲乙丙丁](?=[等档类级]))";
    private static final String KIND = "(?:等次|等级|[级档等类])?";

    private static final String RANGE =
            "(?<op>≥|>|≤|<|不低于|低于|不满|不足|高于|超过)?(?<low>\\d{1,3}(?:\\.\\d+)?)分?(?:（(?<lowin>不?含)[^）]{0,6}）)?"
                    + "(?<after>及以上|（含）以上|以上|及以下|（含）以下|以下)?(?:的)?"
                    + "(?:(?:至|到|-|—|~|～|、|，|且|但|≤|得分|分数|总分|S|X|x|s)*(?<below>不满|不足|低于|小于|未满|<|≤)?(?<=[至到\\-—~～满足于<≤])(?<high>\\d{1,3}(?:\\.\\d+)?)分?(?:（(?<highin>不?含)[^）]{0,6}）)?(?:以下|之间)?)?";
    /** 85分以上不满95分为B档. */
    private static final Sought RANGE_FIRST = Sought.of(
            Pattern.compile(RANGE + "(?:的|，|、)?(?:绩效)?(?:等级|等次|结果)?(?:评定为|评为|定为|确定为|为|属于|属|是|：)[“\"]?(?<grade>" + GRADE
                    + ")" + KIND),
            "0123456789",
            "为属是：");
    /** 二等（80分及以上不满90分）. */
    private static final Sought GRADE_FIRST = Sought.of(
            Pattern.compile("[“\"]?(?<grade>" + GRADE + ")" + KIND + "[”\"]?[（：](?:得分|总分)?(?:在)?" + RANGE),
            "0123456789",
            "（：");

    private static final int FEWEST = 2;

    /** @param edges whether the words say what becomes of a score on the low and on the high end */
    private record Band(Exact low, boolean lowToo, Exact high, boolean highToo, String grade, boolean edges) {

        boolean holds(Exact score) {
            int above = score.compareTo(low);
            int below = score.compareTo(high);
            return (above > 0 || (above == 0 && lowToo)) && (below < 0 || (below == 0 && highToo));
        }

        boolean isEdge(Exact score) {
            return score.equals(low) || score.equals(high);
        }
    }

    private final List<Band> bands = new ArrayList<>();

    private GradeBands() {}

    static GradeBands of(Claims claims) {
        return claims.derived(GradeBands.class, GradeBands::read);
    }

    private static GradeBands read(Claims claims) {
        GradeBands all = new GradeBands();
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('分') < 0) {
                continue;
            }
            List<Band> first = bands(RANGE_FIRST.in(passage));
            List<Band> second = bands(GRADE_FIRST.in(passage));
            List<Band> own = first.size() >= second.size() ? first : second;
            if (own.size() >= FEWEST && all.bands.isEmpty() && isLadder(own)) {
                all.bands.addAll(own);
            }
        }
        return all;
    }

    /** Bands of different names, none of which holds what another holds. */
    private static boolean isLadder(List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            for (int j = i + 1; j < bands.size(); j++) {
                Band one = bands.get(i);
                Band two = bands.get(j);
                boolean apart =
                        one.low().compareTo(two.high()) >= 0 || two.low().compareTo(one.high()) >= 0;
                if (!apart || one.grade().equals(two.grade())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Band> bands(Matcher words) {
        List<Band> bands = new ArrayList<>();
        while (words.find()) {
            band(words).ifPresent(bands::add);
        }
        return bands;
    }

    private static Optional<Band> band(Matcher words) {
        Exact low = Exact.parse(words.group("low"));
        String op = Optional.ofNullable(words.group("op")).orElse("");
        String after = Optional.ofNullable(words.group("after")).orElse("");
        String grade = words.group("grade");
        String lowIn = Optional.ofNullable(words.group("lowin")).orElse("");
        if (words.group("high") != null) {
            Exact high = Exact.parse(words.group("high"));
            String highIn = Optional.ofNullable(words.group("highin")).orElse("");
            boolean reversed = low.compareTo(high) > 0;
            boolean below =
                    words.group("below") != null && !words.group("below").equals("≤");
            boolean top = high.equals(Exact.HUNDRED);
            boolean said = lowIn.equals("含") || highIn.equals("不含") || below || after.contains("以上") || top;
            return reversed
                    ? Optional.of(new Band(high, !highIn.equals("不含"), low, lowIn.equals("含"), grade, false))
                    : Optional.of(new Band(low, !lowIn.equals("不含"), high, highIn.equals("含") || top, grade, said));
        }
        boolean down = Sought.kept("≤|<|低于|不满|不足").is(op) || after.endsWith("以下");
        boolean up = Sought.kept("≥|>|不低于|高于|超过").is(op) || after.endsWith("以上");
        if (down == up) {
            return Optional.empty();
        }
        boolean too = lowIn.equals("含")
                || after.length() > 2
                || Sought.kept("≥|≤|不低于").is(op)
                || (up && op.isEmpty() && !lowIn.equals("不含"));
        return Optional.of(
                up
                        ? new Band(low, too, Exact.of(1000), true, grade, true)
                        : new Band(Exact.of(-1), true, low, too, grade, false));
    }

    boolean isEmpty() {
        return bands.isEmpty();
    }

    /** The grade of a score, where the bands leave no doubt. */
    Optional<String> grade(Exact score) {
        List<Band> holding = bands.stream().filter(band -> band.holds(score)).toList();
        boolean sure = holding.size() == 1
                && (!holding.get(0).isEdge(score) || holding.get(0).edges());
        return sure ? Optional.of(holding.get(0).grade()) : Optional.empty();
    }

    /** Whether a grade is one of these. */
    boolean knows(String grade) {
        return bands.stream().anyMatch(band -> band.grade().equals(grade));
    }
}
