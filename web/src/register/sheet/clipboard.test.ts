import { describe, expect, it } from "vitest";
import { parseBlock, spread, writeBlock } from "./clipboard";

describe("a block pasted from Excel", () => {
  it("is rows of cells, the last line end ending the last row", () => {
    expect(parseBlock("合同\t12.50\r\n采购\t3\r\n")).toEqual([
      ["合同", "12.50"],
      ["采购", "3"],
    ]);
  });

  it("keeps line ends, tabs and quotes inside a quoted cell", () => {
    expect(parseBlock('"第一行\n第二行"\t"说""好"""\t"a\tb"')).toEqual([["第一行\n第二行", '说"好"', "a\tb"]]);
  });

  it("takes a line end of Windows inside a quoted cell for one line end", () => {
    expect(parseBlock('"一\r\n二"\t三')).toEqual([["一\n二", "三"]]);
  });

  it("takes a quote that nobody closes as text", () => {
    expect(parseBlock('"三公"经费\t5"\n二')).toEqual([['"三公"经费', '5"'], ["二"]]);
  });

  it("keeps empty cells and empty rows in the middle", () => {
    expect(parseBlock("a\t\tc\n\n\tx")).toEqual([["a", "", "c"], [""], ["", "x"]]);
  });

  it("is one empty cell when it is empty", () => {
    expect(parseBlock("")).toEqual([[""]]);
  });

  it("reads back what was written out", () => {
    const block = [
      ["名称", "一\n二", 'a"b'],
      ["", "x\ty", "末"],
    ];
    expect(parseBlock(writeBlock(block))).toEqual(block);
  });

  it("is fast for 5,000 rows", () => {
    const text = Array.from({ length: 5000 }, (_, row) => `HT-${row}\t"名称\n${row}"\t12.50`).join("\r\n");
    const begun = performance.now();
    expect(parseBlock(text)).toHaveLength(5000);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe("a block laid over a selection", () => {
  it("fills the whole selection with one cell", () => {
    expect(spread([["是"]], 2, 3)).toEqual([
      ["是", "是", "是"],
      ["是", "是", "是"],
    ]);
  });

  it("is repeated where its sides divide the selection", () => {
    expect(spread([["a"], ["b"]], 4, 1)).toEqual([["a"], ["b"], ["a"], ["b"]]);
  });

  it("is laid once where they do not", () => {
    expect(spread([["a"], ["b"]], 3, 1)).toEqual([["a"], ["b"]]);
  });

  it("is made rectangular", () => {
    expect(spread([["a", "b"], ["c"]], 1, 1)).toEqual([
      ["a", "b"],
      ["c", ""],
    ]);
  });
});
