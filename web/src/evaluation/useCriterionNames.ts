import { computed, type ComputedRef } from "vue";
import { useQuery } from "../server/query";
import type { EvaluationView } from "../server/types";
import { flat, nameOf } from "./tree";

/** The criteria of the year's scheme: what people call each, by its identifier. */
export function useCriterionNames(base: () => string | null): ComputedRef<Readonly<Record<string, string>>> {
  const evaluation = useQuery<EvaluationView>(() => {
    const year = base();
    return year === null ? null : `${year}/evaluation`;
  });
  return computed(() =>
    Object.fromEntries(flat(evaluation.data.value?.evaluation.criteria ?? []).map(({ criterion }) => [criterion.id, nameOf(criterion)])),
  );
}
