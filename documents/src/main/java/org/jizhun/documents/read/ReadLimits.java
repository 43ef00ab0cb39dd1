package org.jizhun.documents.read;

import java.time.Duration;

/**
 * How much a file may ask of us before it is refused.
 *
 * @param fileBytes of the file itself
 * @param unpackedBytes of all that a packed file (.docx .xlsx .ofd) holds
 * @param ratio unpacked to packed, of one entry that is larger than a megabyte
 * @param entries in a packed file
 * @param pages or sheets
 * @param characters of text in all
 * @param cells of one table
 * @param time for a small file; a large one gets a second more for each 64 KiB, two minutes at most
 */
public record ReadLimits(
        long fileBytes,
        long unpackedBytes,
        int ratio,
        int entries,
        int pages,
        int characters,
        int cells,
        Duration time) {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    public static ReadLimits standard() {
        return new ReadLimits(64L << 20, 256L << 20, 200, 5_000, 2_000, 20_000_000, 500_000, Duration.ofMillis(4_500));
    }

    Duration timeFor(long bytes) {
        Duration more = time.plusSeconds(bytes >> 16);
        return more.compareTo(LONGEST) > 0 ? LONGEST : more;
    }
}
