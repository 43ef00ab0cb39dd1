import { expect, it } from "vitest";
import type { CriterionScore } from "../server/types";
import { flat, registerOf } from "./tree";

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
