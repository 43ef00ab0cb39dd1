package org.jizhun.kernel.scheme;

import org.jizhun.kernel.problem.Language;

/** A name in Chinese and English. */
public record Title(String zh, String en) {
    public String in(Language language) {
        return language == Language.ZH || en.isEmpty() ? zh : en;
    }
}
