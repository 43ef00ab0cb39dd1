package org.jizhun.server.register;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.server.platform.RulesInForce;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Schemes with their editions and hashes, and calendars, put on the trail where the files say otherwise than at the last start. */
@Component
class SchemesInForce {

    private final RuleBook book;
    private final RulesInForce rules;

    SchemesInForce(RuleBook book, RulesInForce rules) {
        this.book = book;
        this.rules = rules;
    }

    @EventListener(ApplicationReadyEvent.class)
    void note() {
        Map<String, String> schemes = new TreeMap<>();
        for (Scheme scheme : book.schemes().all()) {
            schemes.put(scheme.id(), scheme.edition() + " " + scheme.hash());
        }
        rules.note("schemes", schemes);
        rules.note("calendars", calendars());
    }

    /** Every year with its notice and all days that are other than Monday to Friday. */
    private Map<String, String> calendars() {
        Map<String, String> calendars = new TreeMap<>();
        for (Year year : book.calendar().years()) {
            calendars.put(
                    year.toString(),
                    book.calendar().sources().getOrDefault(year, "") + "; off "
                            + days(book.calendar().off(), year) + "; work "
                            + days(book.calendar().makeUp(), year));
        }
        return calendars;
    }

    private static String days(Set<LocalDate> days, Year year) {
        return days.stream()
                .filter(day -> Year.from(day).equals(year))
                .sorted()
                .map(LocalDate::toString)
                .collect(Collectors.joining(" "));
    }
}
