import { expect, it } from "vitest";
import type { RegisterForm } from "../server/types";
import { changeOf, rowNames } from "./changes";

const contracts = {
  label: "合同",
  rowName: "name",
  columns: [
    { name: "code", label: "合同编号" },
    { name: "name", label: "合同名称" },
    { name: "signed", label: "签订日期" },
  ],
} as unknown as RegisterForm;

it("a row is named by its code, by its name where the code is there twice, and by its number where both are", () => {
  const rows: { cells: Record<string, string> }[] = [
    { cells: { code: "HT-1", name: "甲" } },
    { cells: { code: "HT-2", name: "乙" } },
    { cells: { code: "HT-2", name: "丙" } },
    { cells: { name: "丁" } },
    { cells: { name: "丁" } },
  ];
  expect(rowNames(contracts, rows).map((each) => each.key)).toEqual(["HT-1", "乙", "丙", "4", "5"]);
  expect(rowNames(contracts, rows)[0]?.label).toBe("HT-1 甲");
});

it("a change is written as the server reads it", () => {
  expect(changeOf(contracts, "HT-1", "signed", " 2025-03-01 ")).toBe("合同[HT-1].签订日期=2025-03-01");
  expect(changeOf(contracts, null, "signed", "")).toBe("签订日期=");
});
