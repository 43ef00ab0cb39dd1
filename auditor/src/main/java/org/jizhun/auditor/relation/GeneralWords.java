package org.jizhun.auditor.relation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words of any report, 项目, 资金, 合计: that two figures share one says nothing of whether they are of one thing. */
final class GeneralWords {

    private static final Set<String> WORDS = new LinkedHashSet<>(List.of(
            "项目", "资金", "实际", "预算", "支出", "收入", "全年", "年度", "本年", "上年", "完成", "累计", "共计", "合计", "其中", "安排", "金额", "总额",
            "财政", "单位", "部门", "情况", "工作", "达到", "人数", "数量", "得分", "分值", "指标", "目标", "评价", "绩效", "执行", "比例", "占比", "综合",
            "一般", "公共", "投入", "总投", "投资"));

    private GeneralWords() {}

    /** What of a name no other thing is called. */
    static String without(String name) {
        String rest = name;
        for (String word : WORDS) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    /** Whether both have the same two neighbouring characters, which are no general word. */
    static boolean shareOther(String one, String two) {
        for (int i = 0; i + 2 <= one.length(); i++) {
            String pair = one.substring(i, i + 2);
            if (pair.chars().allMatch(GeneralWords::isChinese) && !WORDS.contains(pair) && two.contains(pair)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChinese(int character) {
        return character >= '\u4e00' && character <= '\u9fa5';
    }
}
