package org.jizhun.kernel.problem;

/** The two languages in which the product speaks. */
public enum Language {
    ZH,
    EN
}
