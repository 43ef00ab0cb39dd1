package org.jizhun.server.platform;

import java.io.Serializable;
import java.time.Instant;

/** What a session remembers: whose it is, of which generation of the account, and when it began. */
record SignedIn(long account, int generation, Instant since) implements Serializable {}
