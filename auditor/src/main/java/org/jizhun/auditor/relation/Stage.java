package org.jizhun.auditor.relation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stages of a project or purchase in the order they are passed. Some stand in no order to each other: the accounts may be closed
 * before the acceptance or after it, and work may be handed over or put to use between. The stages of a case stand in none to those of a project.
 */
enum Stage {
    PROPOSED("项目建议书|建议书批复"),
    STUDIED("可行性研究|可研(?:报告)?|立项批复|批复立项|批准立项"),
    DESIGNED("初步设计|概算批复|批复概算|施工图(?:设计)?审查"),
    TENDERED("(?:招标|采购(?!网|平台|系统)|磋商|谈判|询价|比选|遴选)[^，。；]{0,4}公告|挂网招标|发布招标"),
    OPENED("开标|评标|评审会议?(?!议)"),
    AWARDED("中标通知|中标(?!人|单位|供应商|企业|公司|方|价|金额)|成交通知|完成[^，。；]{0,6}(?:公开)?招标(?!文件)|定标|确定[^，。；]{0,4}(?:中标|成交)"),
    SIGNED("签订|签署|签约|订立"),
    STARTED("开工|动工|进场施工|项目启动|启动(?:建设|实施|施工)?$|正式启动"),
    DELIVERED("到货|交货|送达现场|设备进场"),
    INSTALLED("安装调试|调试完成|完成调试|安装完成|完成安装|试运行"),
    FINISHED("完工|竣工(?!验收|财务|决算|结算|备案)|主体(?:施工|工程|结构)?(?:完成|完工|封顶)|完成主体|建成"),
    ACCEPTED("竣工验收|(?<!通水|通车|交工|完工|初步|阶段|预)验收"),
    SETTLED("结算审核|结算审计|竣工结算|竣工财务决算|竣工决算|决算审核|审定金额"),
    USED("投入使用|交付使用|正式运行|移交|上线运行"),
    CASE_OPENED("立案(?!查处|侦查|率)"),
    CASE_DECIDED("(?:行政)?(?:处罚|处理)决定"),
    CASE_CLOSED("结案(?!率)");

    private final Pattern words;

    Stage(String words) {
        this.words = Pattern.compile(words);
    }

    /** Whether it is a stage of a case against someone, and none of a project. */
    private boolean isOfCase() {
        return compareTo(CASE_OPENED) >= 0;
    }

    /** Whether this one must be passed before the other. */
    boolean comesBefore(Stage other) {
        boolean free = this == other
                || isOfCase() != other.isOfCase()
                || ((this == SETTLED || other == SETTLED)
                        && (this == ACCEPTED || other == ACCEPTED || this == USED || other == USED))
                || (this == FINISHED && (other == DELIVERED || other == INSTALLED))
                || (other == FINISHED && (this == DELIVERED || this == INSTALLED))
                || (other == USED && (this == ACCEPTED || this == FINISHED))
                || (this == STARTED && (other == DELIVERED || other == INSTALLED));
        return !free && compareTo(other) < 0;
    }

    /** The stage named last in some words, as 验收 in 签订后验收. */
    static Optional<Stage> in(String text) {
        Stage found = null;
        int at = -1;
        for (Stage stage : values()) {
            Matcher matcher = stage.words.matcher(text);
            while (matcher.find()) {
                if (matcher.end() > at) {
                    at = matcher.end();
                    found = stage;
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
