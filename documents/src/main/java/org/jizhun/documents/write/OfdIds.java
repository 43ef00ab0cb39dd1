package org.jizhun.documents.write;

/** Numbers of the objects of one OFD document: each is used once. */
final class OfdIds {

    private long last;

    long next() {
        return ++last;
    }

    long last() {
        return last;
    }
}
