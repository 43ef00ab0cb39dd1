import { computed, type ComputedRef } from "vue";
import { useCriterionNames } from "../evaluation/useCriterionNames";
import type { RegisterForm } from "../server/types";
import type { GridColumn } from "./sheet/columns";

/**
 * The columns of a register as the grid shows them: where a cell holds a criterion of the scheme, its name is shown and
 * offered, not its identifier.
 */
export function useColumns(form: () => RegisterForm, base: () => string): ComputedRef<readonly GridColumn[]> {
  const isCriterion = (name: string): boolean => name === "criterion";
  const names = useCriterionNames(() => (form().columns.some((column) => isCriterion(column.name)) ? base() : null));
  return computed(() =>
    form().columns.map((column) =>
      isCriterion(column.name) ? { ...column, allowed: Object.keys(names.value), names: names.value } : column,
    ),
  );
}
