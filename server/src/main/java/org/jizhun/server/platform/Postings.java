package org.jizhun.server.platform;

/**
 * Where a {@link Posting} is carried out, committed and on the trail when the call returns. Those of several people that come at
 * the same moment are committed together, and row-level security holds each row to what the one who gives it may add; if
 * one of them fails, it fails alone.
 */
public interface Postings {

    /**
     * In the name of whoever is signed in.
     *
     * @throws Rejection if not every row could be added
     * @throws IllegalStateException within a transaction: it would be neither part of that one nor see what it wrote
     */
    void post(Posting posting);
}
