package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * The reporting office in the title, and below it under the name that it had before the reforms (怀川县卫生和计划生育局 in a report of
 * 怀川县卫生健康局), or signed with one character changed (宁西县统计局 for 宁溪县统计局).
 */
final class OldNames {

    private static final String NAMES = "old-names.yaml";

    /** Names that offices had before 2018, by those they have now. */
    private static final Map<String, List<String>> BEFORE = read();

    private static final String OFFICE = "[\\u4e00-\\u9fa5]{4,20}?(?:局|委员会|管理委员会|人民政府|办事处|中心|医院|学院|学校)";
    private static final Sought TITLE = Sought.of("^(?:关于)?(?<name>" + OFFICE + ")(?=20\\d{2}|关于|$)");
    private static final Sought SIGNED = Sought.of("^" + OFFICE + "$");
    /** 由原卫生和计划生育局组建, 2017年县卫生和计划生育局印发: it did bear that name. */
    private static final Sought OF_THEN = Sought.of("原|前身|组建|改组|合并|更名|机构改革|撤销|整合|201\\d|200\\d");

    private static final int FIRST = 4;
    private static final int LAST = 8;

    private OldNames() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> before = new LinkedHashMap<>();
        for (YamlNode office : YamlNode.parse(NAMES, Beside.text(OldNames.class, NAMES))
                .value()
                .items("names")) {
            before.put(
                    office.text("now", ""),
                    office.items("before").stream().map(YamlNode::text).toList());
        }
        return before;
    }

    static List<NameForms.Changed> of(List<Passage> passages) {
        List<NameForms.Changed> changed = new ArrayList<>();
        for (Passage title : passages.subList(0, Math.min(FIRST, passages.size()))) {
            Matcher own = TITLE.in(title);
            if (own.find()) {
                Spot spot = title.spot(own.start("name"), own.end("name"));
                before(passages, own.group("name"), spot, changed);
                signed(passages, own.group("name"), spot, changed);
                return changed;
            }
        }
        return changed;
    }

    private static void before(List<Passage> passages, String own, Spot spot, List<NameForms.Changed> changed) {
        for (Map.Entry<String, List<String>> now : BEFORE.entrySet()) {
            if (!own.endsWith(now.getKey())) {
                continue;
            }
            String place = own.substring(0, own.length() - now.getKey().length());
            for (String old : now.getValue()) {
                Pattern name = Pattern.compile(Pattern.quote(place + old));
                passages.stream().filter(passage -> !isOfThen(passage)).forEach(passage -> {
                    Matcher told = name.matcher(passage.text());
                    if (told.find()) {
                        changed.add(
                                new NameForms.Changed(told.group(), passage.spot(told.start(), told.end()), own, spot));
                    }
                });
            }
        }
    }

    private static boolean isOfThen(Passage passage) {
        return OF_THEN.isIn(passage);
    }

    /** Below the text, alone in its line, and nowhere else. */
    private static void signed(List<Passage> passages, String own, Spot spot, List<NameForms.Changed> changed) {
        long times = passages.stream()
                .filter(passage -> passage.text().contains(own))
                .count();
        int from = Math.max(FIRST, passages.size() - LAST);
        for (Passage last : passages.subList(Math.min(from, passages.size()), passages.size())) {
            boolean odd = SIGNED.isIn(last)
                    && apart(last.text(), own) == 1
                    && passages.stream()
                            .noneMatch(other -> other.order() != last.order()
                                    && other.text().contains(last.text()));
            if (odd && times >= 2) {
                changed.add(new NameForms.Changed(last.text(), last.spot(), own, spot));
            }
        }
    }

    private static int apart(String one, String two) {
        int count = one.length() == two.length() ? 0 : -1;
        for (int i = 0; count >= 0 && i < one.length(); i++) {
            count += one.charAt(i) == two.charAt(i) ? 0 : 1;
        }
        return count;
    }
}
