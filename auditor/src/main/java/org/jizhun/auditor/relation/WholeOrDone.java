package org.jizhun.auditor.relation;

import org.jizhun.auditor.text.Sought;

/** Whether the words before a figure say that it is a whole, 到位, 预算, or what was done with one, 支付, 整改. */
final class WholeOrDone {

    private static final Sought WHOLE = Sought.of("预算|总|安排|到位|下达|概算|发行|合同|额度|收入|原值|限价|计划|编制|批复|投资|任务|应|目标|共|排查|受理|申报");

    private static final Sought DONE =
            Sought.of("支出|执行|支付|使用|完成|拨付|落实|中标|成交|折旧|发放|签约|到位|实有|结算|通过|建成|办结|整改|验收|竣工|完工|开工|列支");

    private WholeOrDone() {}

    static boolean isWhole(Told told) {
        return WHOLE.isIn(told.mention().before());
    }

    static boolean isDone(Told told) {
        return DONE.isIn(told.mention().before());
    }
}
