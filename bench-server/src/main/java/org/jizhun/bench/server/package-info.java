/**
 * Benchmarks of the server as people use it: {@link org.jizhun.bench.server.ServerBench} is where the launcher enters. Each
 * prints a table of our figure beside its named peer, from one run.
 */
@NullMarked
package org.jizhun.bench.server;

import org.jspecify.annotations.NullMarked;
