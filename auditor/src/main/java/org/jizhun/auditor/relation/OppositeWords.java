package org.jizhun.auditor.relation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What should stand for a word that says how one figure lies to another, where it is the other way round. */
final class OppositeWords {

    private static final Map<String, String> OPPOSITES = opposites();

    private OppositeWords() {}

    /** 增加 for 减少; empty for a word that has none. */
    static Optional<String> of(String word) {
        return Optional.ofNullable(OPPOSITES.get(word));
    }

    private static Map<String, String> opposites() {
        Map<String, String> opposites = new HashMap<>();
        changes(opposites);
        distances(opposites);
        return Map.copyOf(opposites);
    }

    private static void changes(Map<String, String> opposites) {
        both(opposites, "增加", "减少");
        both(opposites, "提高", "下降");
        opposites.put("扩大", "减少");
        opposites.put("缩减", "扩大");
        opposites.put("增长", "下降");
        opposites.put("上升", "下降");
        opposites.put("提升", "下降");
        opposites.put("升高", "下降");
        opposites.put("降低", "提高");
        opposites.put("回落", "提高");
        opposites.put("下滑", "提高");
        opposites.put("缩小", "扩大");
        opposites.put("萎缩", "扩大");
    }

    /** From a budget, a goal, a limit or an earlier year. */
    private static void distances(Map<String, String> opposites) {
        both(opposites, "多", "少");
        both(opposites, "多了", "少了");
        both(opposites, "多支", "少支");
        both(opposites, "多支出", "少支出");
        both(opposites, "多收", "少收");
        both(opposites, "多完成", "少完成");
        both(opposites, "超支", "节约");
        both(opposites, "超收", "短收");
        both(opposites, "超额", "短缺");
        both(opposites, "增收", "减收");
        both(opposites, "增支", "减支");
        both(opposites, "高于", "低于");
        both(opposites, "大于", "小于");
        both(opposites, "多于", "少于");
        both(opposites, "快于", "慢于");
        both(opposites, "优于", "劣于");
        both(opposites, "好于", "差于");
        both(opposites, "延长", "缩短");
        opposites.put("超支出", "少支出");
        opposites.put("超额完成", "少完成");
        opposites.put("节省", "超支");
        opposites.put("节支", "超支");
        opposites.put("高出", "低于");
        opposites.put("超出", "低于");
        opposites.put("超过", "低于");
        opposites.put("多出", "少于");
        opposites.put("不足", "超过");
        opposites.put("未达到", "达到");
        opposites.put("领先", "慢于");
        opposites.put("落后", "快于");
        opposites.put("滞后", "快于");
    }

    private static void both(Map<String, String> opposites, String one, String other) {
        opposites.put(one, other);
        opposites.put(other, one);
    }
}
