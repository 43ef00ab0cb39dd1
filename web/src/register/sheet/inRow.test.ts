import { describe, expect, it } from "vitest";
import { calledBy, type GridColumn, inRow } from "./columns";

const element = {
  name: "element",
  kind: "TEXT",
  allowed: [],
  within: { column: "criterion", names: { rules: { filed: "内控制度已备案" }, goals: { filed: "目标已备案" } } },
} as unknown as GridColumn;

describe("a column whose names hang on another cell of the row", () => {
  it("calls the same element by what it is in each criterion, and offers only those of it", () => {
    const ofRules = inRow(element, { criterion: "rules" });
    expect(calledBy(ofRules, "filed")).toBe("内控制度已备案");
    expect(ofRules.allowed).toEqual(["filed"]);
    expect(calledBy(inRow(element, { criterion: "goals" }), "filed")).toBe("目标已备案");
  });

  it("shows what was typed where the criterion is not known", () => {
    expect(calledBy(inRow(element, {}), "filed")).toBe("filed");
    expect(inRow(element, {}).allowed).toEqual([]);
  });
});
