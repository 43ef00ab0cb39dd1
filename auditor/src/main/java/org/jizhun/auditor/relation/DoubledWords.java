package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * Characters and words printed twice, by the words of slips.yaml: 保障保障, 使用效效益, 牢固树立立过. A character that makes a word with
 * both of its neighbours parts two words (支出出租, 绩效效益) and is right; so is one that goes on in a word the data names, or
 * that may stand alone.
 */
final class DoubledWords {

    /** Words and marks that begin or end no word of the list. */
    private static final String FUNCTION = "的和与及等了在是也都并而但或将把从向以对，、。；：）（”“！？《》 ";

    private static final String FUNCTION_BEFORE = "的和与了在将把从向以对并及，、。；：）（”“！？《》";

    /** 目的, 参与, 以及, 存在: a character that is no particle here. */
    private static final Set<String> NO_PARTICLE = Set.of(
            "目的", "有的", "总和", "共和", "温和", "平和", "缓和", "参与", "赋与", "给与", "以及", "涉及", "普及", "顾及", "平等", "同等", "对等", "高等",
            "中等", "初等", "优等", "上等", "为了", "除了", "存在", "现在", "所在", "实在", "内在", "外在", "正在", "于是", "但是", "可是", "还是", "就是",
            "凡是", "总是", "也是", "只是", "合并", "一并", "成都", "首都", "进而", "从而", "因而", "反而", "不但", "非但", "加以", "予以", "可以", "难以",
            "足以", "所以", "何以", "即将", "必将", "方向", "意向", "导向", "走向", "面向", "定向", "流向", "去向", "从事", "以上", "以下", "面对", "针对",
            "应对", "核对", "绝对", "相对", "配对", "等级", "等次", "对应", "对象", "对比", "对接", "是否", "都市", "并且", "并入", "并网", "或者", "及时",
            "以来", "以内", "在建", "在编", "在职", "在岗", "在册", "在校", "在线", "在用", "与会", "与此", "从业", "从严");

    /** What may stand alone beside a word that begins or ends with it: 我局局长, 全县县级, 一年年度. */
    private static final String ALONE =
            "会年月日市县区省镇乡村局部厅委办院校馆所站处科股个项人次件名家户元万亿分率额数量表期内外上下中前后里间时种类批届度第至到与和及的了在是有不为对将按从以经由向给被让使就都也还又再很更较最仅只全各每该本此其某何等如若但而且并或则即因所做抓促层多大小高低新老一二三四五六七八九十天点路水房车国乐星宝妈爸哥弟姐妹爷奶叔";

    private static final Set<String> COMPOUND = Set.of(
            "指标", "项目", "评价", "中心", "服务", "培训", "学校", "医院", "单位", "部门", "资金", "工程", "企业", "农村", "社区", "街道", "城市", "群众",
            "人员", "干部", "学生", "职工", "机构", "系统", "平台", "活动", "建设", "发展", "技术", "信息", "数据", "安全", "综合", "公共", "专项", "基本",
            "产业", "农业", "文化", "教育", "质量", "数量", "时效", "成本", "效益", "满意", "目标", "方案", "设备", "合同", "考核", "自评", "产出", "过程",
            "决策", "投入", "效果", "收入", "支出", "预算", "决算", "标准", "程序", "流程", "研究", "分析", "检查", "监督", "会议", "问题", "情况", "报告");

    /** @param right what it should read */
    record Found(int start, int end, String right) {}

    private final Set<String> words;
    private final Map<Character, String> after;
    private final Map<Character, String> before;

    private DoubledWords(Set<String> words, Map<Character, String> after, Map<Character, String> before) {
        this.words = words;
        this.after = after;
        this.before = before;
    }

    static DoubledWords of(YamlNode root) {
        Set<String> words = new HashSet<>(List.of(root.text("words", "").strip().split("\\s+", -1)));
        return new DoubledWords(words, neighbours(root, "after"), neighbours(root, "before"));
    }

    private static Map<Character, String> neighbours(YamlNode root, String key) {
        Map<Character, String> neighbours = new HashMap<>();
        root.get(key)
                .ifPresent(node -> node.keys()
                        .forEach(character -> neighbours.put(character.charAt(0), node.text(character, ""))));
        return neighbours;
    }

    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == text.charAt(i + 1)) {
                if (isLast(text, i)) {
                    found.add(new Found(i - 1, i + 2, text.substring(i - 1, i + 1)));
                } else if (isFirst(text, i)) {
                    found.add(new Found(i, i + 3, text.substring(i + 1, i + 3)));
                }
            } else if (isTwice(text, i)) {
                found.add(new Found(i, i + 4, text.substring(i, i + 2)));
            }
        }
        return found;
    }

    /** Whether two characters make a word, as far as the data says. */
    boolean joins(char one, char two) {
        return words.contains("" + one + two)
                || NO_PARTICLE.contains("" + one + two)
                || after.getOrDefault(one, "").indexOf(two) >= 0
                || before.getOrDefault(two, "").indexOf(one) >= 0;
    }

    boolean isWord(String text, int start) {
        return start >= 0 && start + 2 <= text.length() && words.contains(text.substring(start, start + 2));
    }

    /** 树立立过: the last character of a word once more, where it begins no other. */
    private boolean isLast(String text, int at) {
        char own = text.charAt(at);
        if (ALONE.indexOf(own) >= 0 || !isWord(text, at - 1) || isWord(text, at + 1)) {
            return false;
        }
        int next = at + 2;
        if (next == text.length()) {
            return true;
        }
        char follows = text.charAt(next);
        if (FUNCTION.indexOf(follows) >= 0) {
            return !NO_PARTICLE.contains("" + own + follows);
        }
        return after.containsKey(own) && after.getOrDefault(own, "").indexOf(follows) < 0 && isChinese(follows);
    }

    /** 使用效效益: the first character of a word once more, where it ends no other. */
    private boolean isFirst(String text, int at) {
        char own = text.charAt(at);
        if (ALONE.indexOf(own) >= 0 || !isWord(text, at + 1) || isWord(text, at - 1)) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        char precedes = text.charAt(at - 1);
        if (FUNCTION_BEFORE.indexOf(precedes) >= 0) {
            return !NO_PARTICLE.contains("" + precedes + own);
        }
        return before.containsKey(own) && before.getOrDefault(own, "").indexOf(precedes) < 0 && isChinese(precedes);
    }

    /** 保障保障: a word twice; one that may be part of a longer word (指标指标值) only before a mark or a particle. */
    private boolean isTwice(String text, int at) {
        if (at + 4 > text.length()
                || text.charAt(at) != text.charAt(at + 2)
                || text.charAt(at + 1) != text.charAt(at + 3)
                || !isWord(text, at)) {
            return false;
        }
        boolean ends = at + 4 == text.length() || FUNCTION.indexOf(text.charAt(at + 4)) >= 0;
        return ends || !COMPOUND.contains(text.substring(at, at + 2));
    }

    private static boolean isChinese(char character) {
        return character >= '\u4e00' && character <= '\u9fa5';
    }
}
