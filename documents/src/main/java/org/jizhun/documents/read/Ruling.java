package org.jizhun.documents.read;

/** A straight line drawn on a page, in hundredths of a point: at one ordinate, from one abscissa to another. */
record Ruling(boolean horizontal, int at, int from, int to) {

    /** How far two lines may miss each other and still be meant to meet: three points. */
    static final int NEAR = 300;

    boolean meets(Ruling other) {
        return horizontal != other.horizontal
                && other.at >= from - NEAR
                && other.at <= to + NEAR
                && at >= other.from - NEAR
                && at <= other.to + NEAR;
    }
}
