package org.jizhun.auditor.relation;

import org.jizhun.auditor.text.Sought;

/** Brings the names of one subject in text and table together: 履职效能评价综合 and 履职效能评价 are 履职效能. */
final class Subjects {

    private static final Sought NUMBER =
            Sought.of("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\\d]{1,3}）|\\d{1,2}[.、])|^(?:其中|综上|本年|全年)[：，:]?");
    private static final Sought FILLER = Sought.of("(?:评价|综合|自评|共计|合计|总计|部分|情况|指标得分|指标|方面|最终|实际|年度|的)$");
    private static final Sought WHOLE = Sought.of("^(?:部门|部门整体|整体|整体支出|部门整体支出|本部门|总体|全部|单位|部门支出|财政|资金|全年预算|预算|总)?$");

    private static final Sought PART = Sought.of("^(?:项目|部门|资金)(?=(?:决策|过程|产出|效益|管理|效果|投入|满意度)$)|（[^）]{1,12}）$");

    private Subjects() {}

    static String plain(String subject) {
        if (subject.isEmpty()) {
            return "";
        }
        String plain = NUMBER.replaceFirst(subject, "");
        for (String shorter = FILLER.replaceFirst(plain, "");
                !shorter.equals(plain);
                shorter = FILLER.replaceFirst(plain, "")) {
            plain = shorter;
        }
        plain = PART.replaceFirst(plain, "");
        return WHOLE.is(plain) ? "" : plain;
    }
}
