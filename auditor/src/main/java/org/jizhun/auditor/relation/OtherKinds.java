package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * The office of the title with the last word of its name changed, or one character of a short name: 某市工业职业学校 and once 某市工业职业学院, 某市水务局 and once
 * 某市水利局. A second name with a place of its own in the text, or one that stands beside the first, is another office.
 */
final class OtherKinds {

    private static final String KINDS =
            "局|厅|委员会|管理中心|服务中心|中心|医院|卫生院|学校|学院|大学|中学|小学|幼儿园|研究院|研究所|办事处|管理处|监测站|图书馆|博物馆|文化馆|档案馆|体育馆";
    private static final Sought TITLE =
            Sought.of("^(?:20\\d{2}年度?|关于)?(?<name>(?<core>[\\u4e00-\\u9fa5]{3,20}?)(?<kind>" + KINDS
                    + "))(?=20\\d{2}|关于|$|部门|整体|单位|项目|本级)");
    private static final Pattern KIND = Pattern.compile(KINDS);
    /** 合并组建, 原, 更名: both names are right. */
    private static final Sought RENAMED = Sought.of("更名|改名|升格|原名|前身|合并|组建|挂牌|转隶|筹建|简称");

    /** Offices that any place has beside its own: 民政局 reports to 财政局. */
    private static final Sought ANOTHER = Sought.of(
            "(?:财政|民政|税务|商务|审计|统计|教育|司法|公安|信访|气象|地震|林业|渔业|农业|卫健|卫生|体育|文旅|文化|旅游|交通|住建|城管|医保|人社|环保|应急|档案|科技|工信|发改|国资|粮食|邮政|烟草|政务|侨务|外事|港务|航务|园林|房管|规划|国土|海洋|畜牧|农机|扶贫|移民|铁路|公路|能源|安监|市监|质监|药监|物价|盐务|监狱|消防|人防|法制|宗教|民宗|广电|海关|编制|社保|就业|医疗)[局厅]$");

    private static final int TITLE_LINES = 4;
    private static final int LONGEST = 60;
    private static final int SHORTEST_CORE = 5;

    private OtherKinds() {}

    static List<NameForms.Changed> of(List<Passage> passages) {
        for (Passage title : passages.subList(0, Math.min(TITLE_LINES, passages.size()))) {
            Matcher own = TITLE.in(title.text());
            if (title.text().length() <= LONGEST && own.find()) {
                boolean renamed = passages.stream().anyMatch(passage -> RENAMED.isIn(passage));
                Spot spot = title.spot(own.start("name"), own.end("name"));
                return renamed ? List.of() : changed(passages, title, own, spot);
            }
        }
        return List.of();
    }

    private static List<NameForms.Changed> changed(List<Passage> passages, Passage title, Matcher own, Spot spot) {
        String name = own.group("name");
        String core = own.group("core");
        List<NameForms.Changed> found = new ArrayList<>();
        int times = 0;
        for (Passage passage : passages) {
            String text = passage.text();
            times += text.contains(name) ? 1 : 0;
            if (passage.order() <= title.order()) {
                continue;
            }
            if (core.length() >= SHORTEST_CORE) {
                for (int at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + 1)) {
                    Matcher kind = KIND.matcher(text).region(at + core.length(), text.length());
                    if (kind.lookingAt()
                            && isWhole(text, kind.end())
                            && !text.substring(at, kind.end()).equals(name)
                            && !name.startsWith(text.substring(at, kind.end()))
                            && !sentence(text, at).contains(name)) {
                        found.add(new NameForms.Changed(
                                text.substring(at, kind.end()), passage.spot(at, kind.end()), name, spot));
                    }
                }
            }
            shortNames(passage, name, spot, found);
        }
        return found.size() == 1 && times >= 2 ? found : List.of();
    }

    /** 泽川市水利局 for 泽川市水务局: the place and the kind are the same, and one of two characters between them. */
    private static void shortNames(Passage passage, String name, Spot spot, List<NameForms.Changed> found) {
        String text = passage.text();
        int length = name.length();
        if (length < 6 || length > 7 || "局厅".indexOf(name.charAt(length - 1)) < 0) {
            return;
        }
        String place = name.substring(0, length - 3);
        for (int at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) {
            int end = at + length;
            if (end <= text.length()
                    && !sentence(text, at).contains(name)
                    && !ANOTHER.isIn(text.substring(at, end))
                    && text.charAt(end - 1) == name.charAt(length - 1)
                    && (text.charAt(end - 2) == name.charAt(length - 2))
                            != (text.charAt(end - 3) == name.charAt(length - 3))) {
                found.add(new NameForms.Changed(text.substring(at, end), passage.spot(at, end), name, spot));
            }
        }
    }

    private static String sentence(String text, int at) {
        int stop = text.indexOf('。', at);
        return text.substring(text.lastIndexOf('。', at) + 1, stop < 0 ? text.length() : stop);
    }

    /** 学院 goes on in no longer name: 学院路, 中心校. */
    private static boolean isWhole(String text, int end) {
        return end == text.length() || "路街校区楼门附".indexOf(text.charAt(end)) < 0;
    }
}
