import { expect, it } from "vitest";
import { figureLabel } from "./labels";

it("a figure is called by its criterion and what it is of it", () => {
  expect(figureLabel("score.execution-rate.score", { "execution-rate": "部门预算资金支出率" })).toBe("部门预算资金支出率 · 得分");
});

it("what has no name of its own keeps its key", () => {
  expect([figureLabel("score.total", {}), figureLabel("budget.1.initial", {}), figureLabel("other", {})]).toEqual([
    "得分 · 总分",
    "收支表行 · 1 · 年初预算数",
    "other",
  ]);
});
