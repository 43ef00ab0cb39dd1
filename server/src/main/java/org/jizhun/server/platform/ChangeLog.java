package org.jizhun.server.platform;

/** Where every change is recorded, within the transaction that makes it: both are there, or neither. */
public interface ChangeLog {

    /** @throws IllegalStateException outside of a transaction */
    void record(Change change);
}
