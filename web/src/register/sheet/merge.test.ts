import { describe, expect, it } from "vitest";
import type { RowView } from "../../server/types";
import { due, lineOf, newLine } from "./line";
import { merge, takeOutcome } from "./merge";

const row = (id: number, version: number, name: string): RowView => ({
  id,
  position: id * 1000,
  cells: { name },
  state: "draft",
  version,
  assignedTo: null,
  assignedName: null,
  reason: null,
  approvedCells: null,
  changedBy: "乙",
  changedAt: "2026-03-01T00:00:00Z",
  evidence: 0,
  problems: [],
});

describe("reading the server again", () => {
  it("shows what others changed in rows not touched here", () => {
    const line = lineOf(row(1, 1, "旧"));
    expect(merge([line], [row(1, 2, "新"), row(2, 1, "加")], false).map((each) => each.cells["name"])).toEqual(["新", "加"]);
  });

  it("keeps what is typed and not saved", () => {
    const line = lineOf(row(1, 1, "旧"));
    line.cells = { name: "我" };
    merge([line], [row(1, 1, "旧")], false);
    expect([line.cells["name"], line.conflict]).toEqual(["我", null]);
  });

  it("asks for a decision where somebody else changed the row under it", () => {
    const line = lineOf(row(1, 1, "旧"));
    line.cells = { name: "我" };
    merge([line], [row(1, 2, "他")], false);
    expect([line.cells["name"], line.conflict?.cells["name"]]).toEqual(["我", "他"]);
  });

  it("drops a row that somebody removed, unless something is typed in it", () => {
    const untouched = lineOf(row(1, 1, "一"));
    const typed = lineOf(row(2, 1, "二"));
    typed.cells = { name: "我" };
    const merged = merge([untouched, typed], [], false);
    expect(merged).toEqual([typed]);
    expect([typed.row, due(typed)]).toEqual([null, "save"]);
  });

  it("takes a new row for saved only when an answer was lost", () => {
    const lost = newLine({ name: "加" });
    expect(merge([lost], [row(5, 1, "加")], true)).toEqual([lost]);
    expect(lost.row?.id).toBe(5);
    const other = newLine({ name: "加" });
    expect(merge([other], [row(5, 1, "加")], false)).toHaveLength(2);
  });
});

describe("the answer to a saved row", () => {
  it("is taken as it is on the server", () => {
    const line = newLine({ name: "甲 " });
    takeOutcome(line, line.cells, { key: line.key, outcome: "saved", row: row(1, 1, "甲"), problem: null });
    expect([line.cells["name"], due(line)]).toEqual(["甲", "nothing"]);
  });

  it("does not overwrite what was typed while it was on its way", () => {
    const line = newLine({ name: "甲" });
    const sent = line.cells;
    line.cells = { name: "甲乙" };
    takeOutcome(line, sent, { key: line.key, outcome: "saved", row: row(1, 1, "甲"), problem: null });
    expect([line.cells["name"], due(line)]).toEqual(["甲乙", "save"]);
  });

  it("in conflict keeps both", () => {
    const line = lineOf(row(1, 1, "旧"));
    line.cells = { name: "我" };
    takeOutcome(line, line.cells, { key: line.key, outcome: "conflict", row: row(1, 2, "他"), problem: null });
    expect([line.cells["name"], line.conflict?.cells["name"]]).toEqual(["我", "他"]);
  });

  it("in conflict with the same cells is no conflict", () => {
    const line = lineOf(row(1, 1, "旧"));
    line.cells = { name: "同" };
    takeOutcome(line, line.cells, { key: line.key, outcome: "conflict", row: row(1, 2, "同"), problem: null });
    expect([line.conflict, due(line)]).toEqual([null, "nothing"]);
  });

  it("refused waits until something else is typed", () => {
    const line = lineOf(row(1, 1, "旧"));
    line.cells = { name: "我" };
    const problem = { column: null, code: "row-under-review", severity: "error", zh: "", en: "", adviceZh: "", adviceEn: "" };
    takeOutcome(line, line.cells, { key: line.key, outcome: "refused", row: row(1, 1, "旧"), problem });
    expect([due(line), line.cells["name"]]).toEqual(["nothing", "我"]);
  });
});
