package org.jizhun.auditor.relation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;

/** Whether a sentence tells a figure of a year before the one it goes on with: 2023年度得分为86.95分，2024年度比上年提高2.75分. */
final class EarlierYear {

    /** 作为2025年预算编制的依据 tells of no result of that year. */
    private static final Pattern YEAR =
            Pattern.compile("(20\\d\\d)年(?!度?(?:本级|部门|单位|项目|财政|专项)?(?:资金)?(?:预算|计划|工作|安排|编制)(?!执行|完成))");

    private EarlierYear() {}

    static boolean isOf(Figure figure) {
        String text = figure.passage().text();
        int from = text.lastIndexOf('。', figure.start()) + 1;
        int to = text.indexOf('。', figure.end());
        Matcher year = YEAR.matcher(text).region(from, to < 0 ? text.length() : to);
        int own = 0;
        int latest = 0;
        while (year.find()) {
            int named = Integer.parseInt(year.group(1));
            own = year.start() < figure.start() ? named : own;
            latest = Math.max(latest, named);
        }
        return own > 0 && own < latest;
    }
}
