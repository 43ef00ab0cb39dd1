package org.jizhun.documents.read;

import java.util.List;
import java.util.function.Function;

/** Works on the pages of a longer document on all processors; a short one is not worth it. */
final class SideBySide {

    private static final int WORTH_IT = 8;

    private SideBySide() {}

    /** What is made of each page, in their order; the work may ask nothing of other pages. */
    static <T, R> List<R> each(List<T> pages, Function<T, R> work) {
        return (pages.size() < WORTH_IT ? pages.stream() : pages.parallelStream())
                .map(work)
                .toList();
    }
}
