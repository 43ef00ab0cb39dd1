package org.jizhun.kernel.fact;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Percent;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * A value as an explanation says it: {@code 97.71%}, {@code 4142.98万元}, {@code 2 分}, {@code 是}. A figure whose decimals
 * go on beyond six places is shown with six behind {@code ≈}; the value itself stays exact.
 */
public final class Spoken {

    private static final Rounding SHOWN = Rounding.halfUp(6);
    private static final Rounding PRINTED = Rounding.halfUp(2);
    private static final Exact WAN = Exact.of(10_000);
    private static final int LISTED = 12;

    private final Language language;

    public Spoken(Language language) {
        this.language = language;
    }

    /** A score or weight, always with two decimals. */
    public static String points(Points points) {
        return points.points().toDecimal(PRINTED).toPlainString();
    }

    /** A rate in percent, always with two decimals. */
    public static String percent(Percent percent) {
        return percent.ratio().times(Exact.HUNDRED).toDecimal(PRINTED).toPlainString() + "%";
    }

    /** A value of this kind with its unit; a dash where it is missing. */
    public String of(@Nullable Object value, Kind kind) {
        if (value == null) {
            return "—";
        }
        if (value instanceof Exact figure) {
            return figure(figure, kind);
        }
        if (value instanceof Boolean truth) {
            return truth ? in("是", "yes") : in("否", "no");
        }
        if (value instanceof Period period) {
            return period(period);
        }
        if (value instanceof List<?> list) {
            return list(list, kind instanceof Kind.ListOf of ? of.element() : Kind.TEXT);
        }
        if (value instanceof Row row) {
            return row(row);
        }
        return value.toString();
    }

    private String figure(Exact figure, Kind kind) {
        if (kind == Kind.PERCENT) {
            return decimal(figure.times(Exact.HUNDRED)) + "%";
        }
        if (kind == Kind.AMOUNT) {
            return language == Language.ZH && figure.abs().compareTo(WAN) >= 0
                    ? decimal(figure.dividedBy(WAN)) + " 万元"
                    : decimal(figure) + in(" 元", " yuan");
        }
        return decimal(figure) + (kind == Kind.POINTS ? in(" 分", " points") : "");
    }

    private String period(Period period) {
        return period.getYears() == 0 && period.getMonths() == 0
                ? period.getDays() + in(" 天", " days")
                : period.toString();
    }

    private String list(List<?> list, Kind element) {
        if (element instanceof Kind.RecordOf || list.size() > LISTED) {
            return in(list.size() + " 项", list.size() + " items");
        }
        return list.stream().map(each -> of(each, element)).collect(Collectors.joining(in("、", ", "), "[", "]"));
    }

    /** A row by its first text that is filled in. */
    private String row(Row row) {
        return row.kind().fields().stream()
                .filter(field -> field.kind() == Kind.TEXT)
                .map(field -> row.get(field.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElse(row.place().toString());
    }

    private static String decimal(Exact figure) {
        BigDecimal finite = figure.toDecimalIfFinite();
        if (finite != null && finite.scale() <= SHOWN.scale()) {
            return finite.setScale(Math.max(finite.scale(), 0)).toPlainString();
        }
        BigDecimal rounded = figure.toDecimal(SHOWN).stripTrailingZeros();
        return "≈" + rounded.setScale(Math.max(rounded.scale(), 0)).toPlainString();
    }

    private String in(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
