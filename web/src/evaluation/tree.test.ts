import { expect, it } from "vitest";
import type { CriterionScore } from "../server/types";
import { flat, isScored, registerOf } from "./tree";

const known = [{ name: "contracts", label: "合同" }];

it("a place names its register in any of its spellings", () => {
  expect(["contracts.csv:12:6", "contracts[3].signed", "合同!F12", "case.xlsx", ""].map((place) => registerOf(place, known))).toEqual([
    "contracts",
    "contracts",
    "contracts",
    null,
    null,
  ]);
});

it("the outline becomes a list in its order", () => {
  const leaf = (id: string, criteria: CriterionScore[] = []) => ({ id, criteria }) as unknown as CriterionScore;
  expect(flat([leaf("a", [leaf("b"), leaf("c")]), leaf("d")]).map((each) => `${each.criterion.id}${each.depth}`)).toEqual(["a0", "b1", "c1", "d0"]);
});

it("a line with a rule and its rows are scored, a group is not", () => {
  const line = (id: string, criteria: CriterionScore[] = []) => ({ id, trace: [], criteria }) as unknown as CriterionScore;
  const rollUp = line("output", [line("output-1"), line("output-2")]);
  expect([rollUp, line("output-1"), line("money", [line("rate")])].map(isScored)).toEqual([true, true, false]);
});
