package org.jizhun.auditor.relation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * The office that the report presents (桐岭县退役军人事务局为县政府工作部门) does what the report tells. Another office of the same place that once, and nowhere else,
 * begins a sentence on the year's own work (2022年，桐岭县农业农村局坚持…) was left from another report.
 */
final class OwnOffice {

    private static final String KIND = "(?:局|委员会|管理中心|服务中心|人民医院|中医医院)";
    private static final Sought PRESENTED = Sought.of(
            Pattern.compile(
                    "^(?:（[一二三四五]）|\\d[.、])?(?<place>[\\u4e00-\\u9fa5]{2,4}[县市区旗州镇乡])(?<name>[\\u4e00-\\u9fa5]{2,12}?"
                            + KIND + ")(?:为|是|系)[^。]{0,20}(?:部门|单位|机构)"),
            "为是系");
    private static final String WORK =
            "(?:坚持|认真|紧紧|紧扣|围绕|深入|全面|积极|严格|贯彻|始终|扎实|以习近平|聚焦|立足|切实|在县委|在市委|在区委|部门整体|整体支出|全体|共有|年初)";

    private static final int FIRST = 14;

    private OwnOffice() {}

    static List<NameForms.Changed> of(List<Passage> passages) {
        for (Passage passage : passages.subList(0, Math.min(FIRST, passages.size()))) {
            Matcher own = PRESENTED.in(passage);
            if (own.find()) {
                return other(passages, passage, own);
            }
        }
        return List.of();
    }

    private static List<NameForms.Changed> other(List<Passage> passages, Passage first, Matcher own) {
        String place = own.group("place");
        Pattern begin = Pattern.compile("(?:^|。)(?:20\\d{2}年度?，|全年，|一年来，)?" + Pattern.quote(place)
                + "(?<other>[\\u4e00-\\u9fa5]{2,12}?" + KIND + ")" + WORK);
        for (Passage passage : passages) {
            Matcher other = begin.matcher(passage.text());
            while (other.find()) {
                String name = other.group("other");
                long times = passages.stream()
                        .filter(one -> one.text().contains(name))
                        .count();
                if (!name.equals(own.group("name")) && !own.group("name").contains(name) && times == 1) {
                    return List.of(new NameForms.Changed(
                            name,
                            passage.spot(other.start("other"), other.end("other")),
                            own.group("name"),
                            first.spot(own.start("name"), own.end("name"))));
                }
            }
        }
        return List.of();
    }
}
