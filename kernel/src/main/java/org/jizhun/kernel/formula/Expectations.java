package org.jizhun.kernel.formula;

/** What an operator expects of its two sides, in words. */
record Expectations(String zh, String en) {

    static Expectations of(Operator operator) {
        return switch (operator) {
            case PLUS -> new Expectations("两边单位相同，或日期加期间", "the same unit on both sides, or a date plus a duration");
            case MINUS ->
                new Expectations(
                        "两边单位相同，或日期减日期、日期减期间", "the same unit on both sides, or a date minus a date or duration");
            case TIMES ->
                new Expectations(
                        "一边是数或百分比，或个数乘金额、分值", "a number or percent on one side, or a count times an amount or points");
            case OVER ->
                new Expectations(
                        "两边单位相同，或除以数、百分比、个数", "the same unit on both sides, or a number, percent or count below");
            case POWER -> new Expectations("两边都是无单位的数", "numbers without unit on both sides");
            case AND, OR -> new Expectations("两边都是是否", "true or false on both sides");
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST ->
                new Expectations("两边单位相同", "the same unit on both sides");
        };
    }
}
