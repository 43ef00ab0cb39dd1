import { describe, expect, it } from "vitest";
import type { RowView } from "../../server/types";
import { draftsOf, withDrafts } from "./drafts";
import { due, lineOf, newLine } from "./line";

const row = (id: number, version: number, cells: Record<string, string>): RowView => ({
  id,
  position: id * 1000,
  cells,
  state: "draft",
  version,
  assignedTo: null,
  assignedName: null,
  reason: null,
  approvedCells: null,
  changedBy: "甲",
  changedAt: "2026-03-01T00:00:00Z",
  evidence: 0,
  problems: [],
});

describe("drafts", () => {
  it("are the rows that the server does not have as they stand", () => {
    const changed = lineOf(row(1, 3, { name: "旧" }));
    changed.cells = { name: "新" };
    expect(draftsOf([changed, lineOf(row(2, 1, { name: "同" })), newLine(), newLine({ name: "加" })])).toEqual([
      { id: 1, version: 3, base: { name: "旧" }, cells: { name: "新" } },
      { id: null, version: null, base: null, cells: { name: "加" } },
    ]);
  });

  it("come back over the same version and wait to be saved", () => {
    const merged = withDrafts([row(1, 3, { name: "旧" })], [{ id: 1, version: 3, base: { name: "旧" }, cells: { name: "新" } }]);
    expect(merged.restored).toBe(1);
    expect(merged.lines[0]!.cells).toEqual({ name: "新" });
    expect(due(merged.lines[0]!)).toBe("save");
  });

  it("are told as a conflict when somebody else changed the row meanwhile", () => {
    const merged = withDrafts([row(1, 4, { name: "他" })], [{ id: 1, version: 3, base: { name: "旧" }, cells: { name: "新" } }]);
    expect(merged.lines[0]!.conflict?.cells).toEqual({ name: "他" });
    expect(merged.lines[0]!.base).toEqual({ name: "旧" });
    expect(merged.lines[0]!.cells).toEqual({ name: "新" });
    expect(due(merged.lines[0]!)).toBe("nothing");
  });

  it("are no conflict when the version rose without another cell, as by a return", () => {
    const merged = withDrafts([row(1, 4, { name: "旧" })], [{ id: 1, version: 3, base: { name: "旧" }, cells: { name: "新" } }]);
    expect(merged.lines[0]!.conflict).toBeNull();
    expect(due(merged.lines[0]!)).toBe("save");
  });

  it("that had been saved without an answer do not come a second time", () => {
    const merged = withDrafts([row(7, 1, { name: "加" })], [{ id: null, version: null, base: null, cells: { name: "加" } }]);
    expect(merged.lines).toHaveLength(1);
    expect(merged.restored).toBe(0);
  });

  it("of a row that is gone come back as a new row", () => {
    const merged = withDrafts([], [{ id: 9, version: 2, base: { name: "旧" }, cells: { name: "新" } }]);
    expect(merged.lines[0]!.row).toBeNull();
    expect(merged.lines[0]!.cells).toEqual({ name: "新" });
  });
});
