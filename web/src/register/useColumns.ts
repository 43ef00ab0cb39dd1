import { computed, type ComputedRef } from "vue";
import { useCriterionNames } from "../evaluation/useCriterionNames";
import { language } from "../language/words";
import { useQuery } from "../server/query";
import type { Registry, RegisterForm } from "../server/types";
import { englishNote, englishValues } from "./english";
import { choices, type GridColumn } from "./sheet/columns";

/** Only projects have one: the criterion of a project scheme is named with the project's code before it. */
const ofScheme = (criterion: string): string => criterion.slice(criterion.indexOf(":") + 1);

/**
 * The columns of a register as the grid shows them: where a cell holds a criterion of the scheme or an element of a
 * checklist, its name is shown and offered, not its identifier; notes and choices are in the language of the page.
 */
export function useColumns(form: () => RegisterForm, base: () => string): ComputedRef<readonly GridColumn[]> {
  const has = (name: string): boolean => form().columns.some((column) => column.name === name);
  const names = useCriterionNames(() => (has("criterion") ? base() : null));
  const registry = useQuery<Registry>(() => (has("element") ? `${base()}/vocabulary` : null));
  const elements = computed(() => {
    const known: Record<string, Record<string, string>> = {};
    for (const { criterion, id, name, nameEn } of registry.data.value?.elements ?? []) {
      (known[criterion] ??= {})[id] = language.value === "en" && nameEn ? nameEn : name;
    }
    return Object.fromEntries(
      [...Object.keys(known), ...Object.keys(names.value)].map((criterion) => [criterion, known[ofScheme(criterion)] ?? {}]),
    );
  });
  const inLanguage = (column: GridColumn): GridColumn =>
    language.value === "zh" ? column : { ...column, note: englishNote(form().name, column), names: englishValues(choices(column)) };
  return computed(() =>
    form().columns.map((column) =>
      column.name === "criterion"
        ? { ...column, note: "", allowed: Object.keys(names.value), names: names.value }
        : column.name === "element"
          ? { ...column, note: "", within: { column: "criterion", names: elements.value } }
          : inLanguage(column),
    ),
  );
}
