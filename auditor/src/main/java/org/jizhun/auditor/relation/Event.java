package org.jizhun.auditor.relation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Day;

/** What happened on a day, by the words around it; in the order in which such things follow each other. */
enum Event {
    TENDER("(?:发布|发出|刊登|挂网)?[^，。；]{0,10}(?:采购(?!网|平台|系统)|招标(?!网|平台)|遴选|比选|磋商|谈判|询价|征集)[^，。；]{0,6}公告|挂网招标|发出招标文件"),
    AWARD(
            "(?:公布|公示|发布|确定)[^，。；]{0,4}(?:中标|中选|入围|成交)|完成[^，。；]{0,6}(?:招标|采购)(?!文件)|中选|入围|中标(?!人|单位|供应商|企业|公司|方|价|金额)|成交(?!人|单位|供应商|企业|公司|方|价|金额|额|量)|定标"),
    OPEN("开标|评标"),
    RECEIVE("受理|收到|提出申请|提交申请|提交(?:时间|日期)|申请(?:时间|日期)|申报"),
    DECIDE("分解下达|转下达|拨付至|办结|办理完毕|批复|答复|核发|作出决定|审结"),
    SIGN("签订|签署|签约|订立"),
    PUBLISH("公告|公开|公示|公布|发布"),
    FILE("备案"),
    START("开工|启动|开始履行|开始实施|进场"),
    FINISH("完工|竣工(?!验收|财务|决算|结算)|主体完成"),
    ACCEPT("验收|交付"),
    PAY("支付(?!率|进度|方式|凭证|系统|中心|比例|审批|申请)|兑付|付款(?!方式|比例)");

    private final Pattern words;

    Event(String words) {
        this.words = Pattern.compile(words);
    }

    Pattern words() {
        return words;
    }

    /** The event of a day: by what follows in its clause, else by what stands before it there. */
    static Optional<Event> of(Day day) {
        return in(day.after()).or(() -> in(day.before()));
    }

    /** The event named first in some words. */
    static Optional<Event> in(String text) {
        Event found = null;
        int at = Integer.MAX_VALUE;
        for (Event event : values()) {
            var matcher = event.words.matcher(text);
            if (matcher.find() && matcher.start() < at) {
                at = matcher.start();
                found = event;
            }
        }
        return Optional.ofNullable(found);
    }
}
