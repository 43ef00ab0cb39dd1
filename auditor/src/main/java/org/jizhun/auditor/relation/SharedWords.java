package org.jizhun.auditor.relation;

import java.util.HashSet;
import java.util.Set;
import org.jizhun.auditor.text.Sought;

/** Which words of a problem or a measure come again in others, by pairs of neighbouring characters other than those of any report. */
final class SharedWords {

    private static final Set<String> COMMON = Set.of(
            "提高", "加强", "进一", "一步", "有待", "不够", "工作", "管理", "水平", "情况", "存在", "问题", "完善", "需要", "部门", "预算", "项目", "绩效",
            "部分", "个别", "还需", "提升", "不足", "科学", "性有", "性不", "质量", "有序", "规范", "力度");

    private SharedWords() {}

    /** Whether one of its pairs at least comes again. */
    static boolean covered(String title, String measures) {
        Set<String> own = pairs(title);
        return own.stream().anyMatch(measures::contains) || own.isEmpty();
    }

    /** How many neighbouring pairs of characters, other than those of any report, both have; many where there are none. */
    static long shared(String title, String measures) {
        Set<String> own = pairs(title);
        return own.isEmpty()
                ? Integer.MAX_VALUE
                : own.stream().filter(measures::contains).count();
    }

    static Set<String> pairs(String title) {
        String plain = Sought.kept("^(?:（[一二三四五六七八九十]+）|\\d+[.、])").replaceAll(title, "");
        Set<String> own = new HashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            String pair = plain.substring(i, i + 2);
            if (Sought.kept("[\\u4e00-\\u9fa5]{2}").is(pair) && !COMMON.contains(pair)) {
                own.add(pair);
            }
        }
        return own;
    }
}
