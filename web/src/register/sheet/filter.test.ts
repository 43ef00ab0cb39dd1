import { describe, expect, it } from "vitest";
import { ALL, arrange, compareTexts, valuesOf } from "./filter";
import { newLine } from "./line";

const lines = (...cells: string[]) => cells.map((cell) => newLine(cell === "" ? {} : { name: cell }));
const names = (shown: readonly { cells: Readonly<Record<string, string>> }[]) => shown.map((line) => line.cells["name"] ?? "");

describe("the rows that are shown", () => {
  it("are those whose cell contains the text, capital or small", () => {
    const all = lines("HT-1", "ht-2", "CG-1");
    expect(names(arrange(all, { ...ALL, filters: { name: { text: "ht", values: null } } }))).toEqual(["HT-1", "ht-2"]);
  });

  it("are those with one of the chosen values, blank among them", () => {
    const all = lines("公开招标", "询价", "");
    const how = { ...ALL, filters: { name: { text: "", values: ["询价", ""] } } };
    expect(names(arrange(all, how))).toEqual(["询价", ""]);
  });

  it("leave out what was removed", () => {
    const all = lines("a", "b");
    all[0]!.removed = true;
    expect(names(arrange(all, ALL))).toEqual(["b"]);
  });

  it("stand by size where they are figures, blanks last both ways", () => {
    const all = lines("100.5", "", "9", "-3", "1,200");
    const by = (descending: boolean) => names(arrange(all, { ...ALL, sorting: { column: "name", descending } }));
    expect(by(false)).toEqual(["-3", "9", "100.5", "1,200", ""]);
    expect(by(true)).toEqual(["1,200", "100.5", "9", "-3", ""]);
  });
});

describe("comparing cells", () => {
  it("tells figures apart that differ in the twentieth digit", () => {
    expect(compareTexts("12345678901234567890.1", "12345678901234567890.2")).toBe(-1);
  });

  it("takes -3 for less than -2.5", () => {
    expect(compareTexts("-3", "-2.5")).toBeLessThan(0);
  });

  it("takes 1.50 and 1.5 for equal", () => {
    expect(compareTexts("1.50", "1.5")).toBe(0);
  });

  it("orders words by their reading", () => {
    expect(compareTexts("北京", "上海")).toBeLessThan(0);
  });
});

it("the values of a column are told once each", () => {
  expect(valuesOf(lines("乙", "甲", "乙", ""), "name", 50)).toEqual(["", "甲", "乙"].sort(compareTexts));
});
