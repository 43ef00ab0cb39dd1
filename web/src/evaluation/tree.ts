import { language } from "../language/words";
import type { CriterionScore } from "../server/types";

/** The outline as one list, each line with its depth. */
export function flat(criteria: readonly CriterionScore[], depth = 0): { criterion: CriterionScore; depth: number }[] {
  return criteria.flatMap((criterion) => [{ criterion, depth }, ...flat(criterion.criteria, depth + 1)]);
}

export function nameOf(criterion: CriterionScore): string {
  return language.value === "en" && criterion.nameEn ? criterion.nameEn : criterion.name;
}

/** The register a place of a problem speaks of: of contracts.csv:12:6, contracts. */
export function registerOf(place: string, known: readonly { name: string; label: string }[]): string | null {
  const word = /^[^:.[\s!]+/.exec(place)?.[0] ?? "";
  return known.find((each) => each.name === word || each.label === word)?.name ?? null;
}

/** Whether a line is scored by a rule, or is a row of one; groups only sum up. */
export function isScored(criterion: CriterionScore): boolean {
  return criterion.criteria.length === 0 || criterion.trace.length > 0 || criterion.criteria[0]?.id === `${criterion.id}-1`;
}
