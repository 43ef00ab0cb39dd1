import { shallowRef, type ShallowRef, watch } from "vue";
import { ALL, arrange, type Arrangement } from "./filter";
import type { Line } from "./line";
import type { Sheet } from "./useSheet";

export interface Shown {
  lines: Readonly<ShallowRef<readonly Line[]>>;
  how: Readonly<ShallowRef<Arrangement>>;
  arrange: (how: Arrangement) => void;
}

const same = (one: readonly Line[], other: readonly Line[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

/**
 * The rows that are shown. Filter and order are applied when they are set and when the table is read, not while one types:
 * a row does not jump away from under the hand.
 */
export function useShown(sheet: Sheet): Shown {
  const lines = shallowRef<readonly Line[]>([]);
  const how = shallowRef<Arrangement>(ALL);

  function keepUp(): void {
    const all = sheet.lines.value;
    let next: readonly Line[];
    if (how.value === ALL) {
      next = all.filter((line) => !line.removed);
    } else {
      const present = new Set(all);
      const before = new Set(lines.value);
      const fresh = all.filter((line) => !line.removed && !before.has(line) && line.row === null);
      next = [...lines.value.filter((line) => !line.removed && present.has(line)), ...fresh];
    }
    if (!same(next, lines.value)) {
      lines.value = next;
    }
  }

  watch(sheet.revision, keepUp);
  watch(sheet.loading, () => (lines.value = arrange(sheet.lines.value, how.value)), { immediate: true });

  return {
    lines,
    how,
    arrange(wanted) {
      const nothing = Object.keys(wanted.filters).length === 0 && wanted.sorting === null && !wanted.onlyProblems && wanted.state === "";
      how.value = nothing ? ALL : wanted;
      lines.value = arrange(sheet.lines.value, how.value);
    },
  };
}
