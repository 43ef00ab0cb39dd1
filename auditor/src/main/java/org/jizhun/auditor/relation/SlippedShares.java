package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A share of something that stands anywhere in the document under the name it is called by: 抽查12所，占全部幼儿园的35.00% with 幼儿园 40 in the total row of
 * a table; 建成服务站8个，村覆盖率98.89% with 9个村 pages before. So far away only the digits tell: the share must be the right one but for
 * a slip of the pen, and no whole of that name may give it as printed.
 */
final class SlippedShares implements Relation {

    private static final Sought OF =
            Sought.of("占(?:全部|当年|本年|年度|全年|所有)*(?<base>[^，。；、\\d]{2,16}?)(?:总?的(?:比例|比重)?|比例|比重)(?:为|达到?|约)?$");
    private static final Sought COVERED =
            Sought.of("(?<base>[\\u4e00-\\u9fa5]{1,8}?)(?:总?覆盖率|覆盖面|抽查率|抽样比例|抽查比例|通达率|普及率)(?:仅|已|约)?(?:为|达到?|是)?$");
    private static final Sought GENERAL =
            Sought.of("^(?:20\\d{2}年度?|全部|本年|全省|全市|全区|全县|全镇|全街道|全乡|全校|全院)+|(?:总额|总数|总量|合计|总计|金额|数|总)+$");
    private static final Sought PLANNED = Sought.of("上年|去年|同期|比|较|增加|减少|新增");

    /** Words that name no whole. */
    private static final Set<String> EMPTY = Set.of("资金", "项目", "总额", "金额", "其中", "人员", "单位", "预算", "支出", "人数");

    /** 16个村: named by one character, behind its number. */
    private static final Set<String> THINGS = Set.of("村", "乡", "镇", "县", "区");

    /** Digits of a rate that a slip gives by no accident. */
    private static final int LONG = 4;

    private static final int NAME = 2;

    @Override
    public String name() {
        return "slipped-shares";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                Mention share = mentions.get(i);
                Mention part = mentions.get(i - 1);
                boolean open = share.figure().kind() == Figure.Kind.PERCENT
                        && share.figure().nearness() == Figure.Nearness.EXACT
                        && share.figure().digits() >= LONG
                        && part.isMeasured()
                        && part.sentence() == share.sentence()
                        && !ledger.judged(share.figure());
                Optional<String> base = open ? base(share) : Optional.empty();
                if (base.isPresent()) {
                    slipped(share, part, wholes(claims, part, base.get())).ifPresent(ledger::check);
                }
            }
        }
    }

    /** What the share is of, as it is called. */
    private static Optional<String> base(Mention share) {
        for (Sought words : List.of(OF, COVERED)) {
            Matcher found = words.in(share.before());
            if (found.find()) {
                String name = GENERAL.replaceAll(found.group("base"), "");
                return Optional.of(name)
                        .filter(any -> (name.length() >= NAME || THINGS.contains(name)) && !EMPTY.contains(name));
            }
        }
        return Optional.empty();
    }

    /** Whatever is called so: in running text, or by the heading of a table's total row. */
    private static Set<Figure> wholes(Claims claims, Mention part, String name) {
        Set<Figure> wholes = new LinkedHashSet<>();
        for (Passage passage : claims.passages()) {
            claims.mentions(passage).stream()
                    .filter(other -> other.isLike(part) && !PLANNED.isIn(other.before()))
                    .filter(other ->
                            isCalled(other.before(), name) || other.after().startsWith(name))
                    .map(Mention::figure)
                    .forEach(wholes::add);
        }
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                for (Table.Column column : table.columns()) {
                    Optional<Figure> cell = row.figures().get(column.index());
                    boolean whole = cell.isPresent()
                            && row.total()
                            && (cell.get().isLike(part.figure()) || isNumber(cell.get(), part.figure()))
                            && isCalled(Sought.kept("（[^）]*）|\\s").replaceAll(column.heading(), ""), name);
                    if (whole) {
                        wholes.add(cell.get());
                    }
                }
            }
        }
        wholes.removeIf(whole -> whole.equals(part.figure())
                || whole.nearness() != Figure.Nearness.EXACT
                || whole.value().compareTo(part.figure().value()) <= 0);
        return wholes;
    }

    /** A heading need not name the unit of what is counted under it. */
    private static boolean isNumber(Figure cell, Figure part) {
        return cell.kind() == Figure.Kind.PLAIN
                && part.kind() == Figure.Kind.COUNT
                && cell.value().isWhole();
    }

    /** Whether words end with the name, or with its end: 学校数 for 供餐学校, 全年预算 for 林场全年预算. */
    private static boolean isCalled(String words, String name) {
        String plain = GENERAL.replaceAll(Sought.kept("(?:为|是|达到?|共|约)+$").replaceAll(words, ""), "");
        return plain.length() >= NAME && !EMPTY.contains(plain) && (plain.endsWith(name) || name.endsWith(plain));
    }

    private static Optional<Check> slipped(Mention share, Mention part, Set<Figure> wholes) {
        Figure printed = share.figure();
        List<Check> slips = new ArrayList<>();
        Set<String> values = new LinkedHashSet<>();
        for (Figure whole : wholes) {
            Check check = Checks.quotient(part.claim().label(), printed, part.figure(), whole);
            if (Near.tight(new Equation(printed, Side.of(part.figure()), Side.of(whole)))) {
                return Optional.of(check);
            }
            check.equation()
                    .expected()
                    .filter(right -> NearMisses.isExchange(printed, right) || NearMisses.isDigitSlip(printed, right))
                    .ifPresent(right -> {
                        slips.add(check);
                        values.add(printed.print(right));
                    });
        }
        return values.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }
}
