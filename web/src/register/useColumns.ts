import { computed, type ComputedRef } from "vue";
import { flat, nameOf } from "../evaluation/tree";
import { useQuery } from "../server/query";
import type { EvaluationView, RegisterForm } from "../server/types";
import type { GridColumn } from "./sheet/columns";

/**
 * The columns of a register as the grid shows them: where a cell holds a criterion of the scheme, its name is shown and
 * offered, not its identifier.
 */
export function useColumns(form: () => RegisterForm, base: () => string): ComputedRef<readonly GridColumn[]> {
  const isCriterion = (name: string): boolean => name === "criterion";
  const needed = (): boolean => form().columns.some((column) => isCriterion(column.name));
  const evaluation = useQuery<EvaluationView>(() => (needed() ? `${base()}/evaluation` : null));
  const names = computed(() =>
    Object.fromEntries(flat(evaluation.data.value?.evaluation.criteria ?? []).map(({ criterion }) => [criterion.id, nameOf(criterion)])),
  );
  return computed(() =>
    form().columns.map((column) =>
      isCriterion(column.name) ? { ...column, allowed: Object.keys(names.value), names: names.value } : column,
    ),
  );
}
