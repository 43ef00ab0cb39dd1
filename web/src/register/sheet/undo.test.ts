import { describe, expect, it } from "vitest";
import { newLine } from "./line";
import { History } from "./undo";

const typed = (line: ReturnType<typeof newLine>, column: string, after: string) => ({
  cells: [{ line, column, before: line.cells[column] ?? "", after }],
  presence: [],
});

describe("undo and redo", () => {
  it("takes back the last stroke and does it again", () => {
    const line = newLine({ name: "甲" });
    const history = new History();
    history.carryOut(typed(line, "name", "乙"));
    expect(line.cells["name"]).toBe("乙");
    history.undo();
    expect(line.cells["name"]).toBe("甲");
    history.redo();
    expect(line.cells["name"]).toBe("乙");
  });

  it("takes a whole paste back at once, with the rows it added", () => {
    const first = newLine({ code: "1" });
    const added = newLine();
    added.removed = true;
    const history = new History();
    history.carryOut({
      cells: [
        { line: first, column: "code", before: "1", after: "2" },
        { line: added, column: "code", before: "", after: "3" },
      ],
      presence: [{ line: added, removed: false }],
    });
    expect([first.cells["code"], added.cells["code"], added.removed]).toEqual(["2", "3", false]);
    history.undo();
    expect([first.cells["code"], added.cells["code"], added.removed]).toEqual(["1", undefined, true]);
  });

  it("takes back two changes of one cell in one stroke in the right order", () => {
    const line = newLine({ code: "1" });
    const history = new History();
    history.carryOut({
      cells: [
        { line, column: "code", before: "1", after: "2" },
        { line, column: "code", before: "2", after: "3" },
      ],
      presence: [],
    });
    history.undo();
    expect(line.cells["code"]).toBe("1");
  });

  it("forgets what was taken back when something new is done", () => {
    const line = newLine();
    const history = new History();
    history.carryOut(typed(line, "a", "1"));
    history.undo();
    history.carryOut(typed(line, "a", "2"));
    expect(history.redo()).toBeUndefined();
    expect(line.cells["a"]).toBe("2");
  });

  it("brings removed rows back", () => {
    const line = newLine({ a: "1" });
    const history = new History();
    history.carryOut({ cells: [], presence: [{ line, removed: true }] });
    expect(line.removed).toBe(true);
    history.undo();
    expect(line.removed).toBe(false);
  });

  it("has nothing to take back at the beginning", () => {
    expect(new History().undo()).toBeUndefined();
  });
});
