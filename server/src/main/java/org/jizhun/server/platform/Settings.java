package org.jizhun.server.platform;

import java.time.Duration;

/**
 * The few settings of the sign-in.
 *
 * @param idle without a request for so long, a session ends
 * @param absolute after so long it ends in any case
 * @param signInsPerMinute how often one network address may try
 */
public record Settings(Duration idle, Duration absolute, int signInsPerMinute) {

    public static final Settings STANDARD = new Settings(Duration.ofMinutes(30), Duration.ofHours(12), 20);
}
