import { expect, it } from "vitest";
import type { ColumnView } from "../../server/types";
import { byHeadings, heading } from "./columns";

const column = (name: string, label: string, unit = ""): ColumnView => ({
  name,
  label,
  kind: "TEXT",
  unit,
  required: false,
  allowed: [],
  note: "",
  example: "",
});
const columns = [column("code", "合同编号"), column("name", "合同名称"), column("amount", "合同金额", "wan")];

it("a heading shows its unit", () => {
  expect(heading(columns[2]!)).toBe("合同金额（万元）");
});

it("a block with headings goes into the columns they name", () => {
  const block = [
    ["合同金额（万元）", "合同编号 *"],
    ["12", "HT-1"],
  ];
  expect(byHeadings(block, columns)).toEqual({ at: [2, 0], rows: [["12", "HT-1"]] });
});

it("a block whose first row is not all headings is pasted where one stands", () => {
  expect(byHeadings([["合同编号", "别的"], ["1", "2"]], columns)).toBeNull();
  expect(byHeadings([["合同编号", "合同名称"]], columns)).toBeNull();
});
