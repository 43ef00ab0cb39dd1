package org.jizhun.server.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * The last readings of each year, with what its rows were then. Several, because somebody who is saving already sees what others
 * see only when it is committed. Given up when memory is short.
 */
final class RecentReadings {

    private static final int OF_A_YEAR = 4;

    private final Map<Long, List<Kept>> byYear = new ConcurrentReferenceHashMap<>();

    /** A reading and what it is of. */
    record Kept(Stand stand, CaseReading reading) {}

    private List<Kept> of(DepartmentYear year) {
        return byYear.getOrDefault(year.id(), List.of());
    }

    /** The reading of exactly this. */
    Optional<CaseReading> find(DepartmentYear year, Stand stand) {
        return of(year).stream()
                .filter(kept ->
                        kept.stand().equals(stand) && kept.reading().year().equals(year))
                .map(Kept::reading)
                .findFirst();
    }

    Optional<Kept> newest(DepartmentYear year) {
        return of(year).stream().findFirst();
    }

    void keep(Stand stand, CaseReading reading) {
        byYear.compute(
                reading.year().id(),
                (id, before) -> Stream.concat(
                                Stream.of(new Kept(stand, reading)), before == null ? Stream.of() : before.stream())
                        .limit(OF_A_YEAR)
                        .toList());
    }
}
