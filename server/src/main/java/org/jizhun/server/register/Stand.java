package org.jizhun.server.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a year, their files and the people of the department were at one moment, in short: equal ones are the same to
 * the last letter. It is read as whoever asks, so two who may not see the same have no equal ones.
 *
 * @param rows number and mark of each row, {@code 17 3.901,18 1.895}: another mark, another content
 * @param none the registers that were answered with 无
 */
record Stand(String rows, String files, String people, Set<String> none) {

    static Stand of(@Nullable String rows, @Nullable String files, @Nullable String people, @Nullable String none) {
        return new Stand(text(rows), text(files), text(people), none == null ? Set.of() : Set.of(none.split(",", -1)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Map<Long, String> marks() {
        Map<Long, String> marks = new HashMap<>();
        if (!rows.isEmpty()) {
            Arrays.stream(rows.split(",", -1)).forEach(each -> {
                int end = each.indexOf(' ');
                marks.put(Long.valueOf(each.substring(0, end)), each.substring(end + 1));
            });
        }
        return marks;
    }

    /** The rows of this moment that were not there or otherwise before; all of them if a name or a file may have changed. */
    List<Long> changedSince(Stand before) {
        Map<Long, String> known =
                files.equals(before.files) && people.equals(before.people) ? before.marks() : Map.of();
        List<Long> changed = new ArrayList<>();
        marks().forEach((id, mark) -> {
            if (!mark.equals(known.get(id))) {
                changed.add(id);
            }
        });
        return changed;
    }

    Set<Long> ids() {
        return marks().keySet();
    }
}
