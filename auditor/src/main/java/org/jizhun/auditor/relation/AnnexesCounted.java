package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** How many annexes the text says there are, held against the list at its end: 本报告附件共5份 and 附件：1.自评表 2.付款凭证 3.验收报告. */
final class AnnexesCounted {

    private static final Sought COUNTED = Sought.of(
            Pattern.compile(
                    "(?:附件|附表|附录)(?:材料)?(?:共|共计|合计|一共|计|总共|有){1,2}(?<count>\\d{1,2}|[一两二三四五六七八九十]{1,3})(?<unit>份|个|件|项|张)(?![^，。；]{0,6}(?:问卷|凭证|照片))"
                            + "|(?:后附|附有|随附|另附)(?<count2>\\d{1,2}|[一两二三四五六七八九十]{1,3})(?<unit2>份|个|件|项)附[件表]"),
            "附",
            "份个件项张");
    private static final Sought LIST = Sought.of("^附(?:件|表|录)[：:]?\\s*");
    private static final Sought ITEM = Sought.of("(?<![\\d.])(?<number>\\d{1,2})[.、．](?!\\d)");
    private static final Sought NAMED = Sought.of("^附[件表录](?<number>\\d{1,2})[：:.、\\s]?[^，。]{2,60}$");

    private AnnexesCounted() {}

    static void examine(List<Passage> passages, Ledger ledger) {
        for (Passage passage : passages) {
            Matcher counted = COUNTED.in(passage);
            if (counted.find()) {
                int listed = Math.max(listed(passages), named(passages));
                boolean first = counted.group("count") != null;
                int stated = Numerals.count(counted.group(first ? "count" : "count2"));
                if (listed > 0 && stated > 0 && stated != listed) {
                    tell(passage, counted, first, listed, ledger);
                }
                return;
            }
        }
    }

    /** The last number of the list that begins with 附件：, one after the other. */
    private static int listed(List<Passage> passages) {
        for (int i = passages.size() - 1; i >= 0; i--) {
            Matcher list = LIST.in(passages.get(i).text());
            if (list.find()) {
                int last = items(passages.get(i).text().substring(list.end()), 0);
                for (int at = i + 1; at < passages.size(); at++) {
                    int next = items(passages.get(at).text(), last);
                    if (next == last) {
                        break;
                    }
                    last = next;
                }
                return last;
            }
        }
        return 0;
    }

    private static int items(String text, int last) {
        Matcher item = ITEM.in(text);
        int found = last;
        while (item.find()) {
            found = Integer.parseInt(item.group("number")) == found + 1 ? found + 1 : found;
        }
        return found;
    }

    /** 附件1：…, 附件2：… on lines of their own, none left out. */
    private static int named(List<Passage> passages) {
        int last = 0;
        for (Passage passage : passages) {
            Matcher named = NAMED.in(passage.text());
            if (named.matches() && Integer.parseInt(named.group("number")) == last + 1) {
                last++;
            }
        }
        return last;
    }

    private static void tell(Passage passage, Matcher counted, boolean first, int listed, Ledger ledger) {
        String count = first ? "count" : "count2";
        String unit = first ? "unit" : "unit2";
        String printed = counted.group(count) + counted.group(unit);
        String right = Terms.printed(counted.group(count), listed) + counted.group(unit);
        ledger.find(WrongCount.finding(
                Kind.ANNEX,
                printed,
                Optional.of(right),
                listed,
                passage.spot(counted.start(count), counted.end(unit)),
                List.of()));
    }
}
