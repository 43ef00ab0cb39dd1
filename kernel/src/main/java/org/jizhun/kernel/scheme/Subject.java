package org.jizhun.kernel.scheme;

/** What a scheme scores: a whole department year or one project. */
public enum Subject {
    DEPARTMENT,
    PROJECT
}
