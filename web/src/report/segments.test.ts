import { expect, it } from "vitest";
import { type Piece, segments, textOf } from "./segments";

const text = (content: string): Piece => ({ nodeType: 3, nodeName: "#text", textContent: content, childNodes: [] });
const node = (nodeName: string, childNodes: Piece[], dataset: DOMStringMap = {}): Piece => ({
  nodeType: 1,
  nodeName,
  textContent: null,
  childNodes,
  dataset,
});

it("figures are taken out of the text and keep their place", () => {
  expect(segments("得分{{total}}分，执行率{{ executionMean }}。")).toEqual([
    { text: "得分" },
    { key: "total" },
    { text: "分，执行率" },
    { key: "executionMean" },
    { text: "。" },
  ]);
});

it("a key may be Chinese and name a row", () => {
  expect(segments("{{合同[3].签订日期}}")).toEqual([{ key: "合同[3].签订日期" }]);
});

it("braces that name nothing are text", () => {
  expect(segments("{{}} 和 {x}")).toEqual([{ text: "{{}} 和 {x}" }]);
});

it("what stands in the editor is written back, whatever blocks the browser made", () => {
  const editor = node("DIV", [
    text("得分"),
    node("SPAN", [text("90.58")], { key: "total" }),
    text("分"),
    node("DIV", [text("第二行")]),
    node("BR", []),
  ]);
  expect(textOf(editor)).toBe("得分{{total}}分\n第二行\n");
});
