import { describe, expect, it } from "vitest";
import type { ColumnView, RowView } from "../../server/types";
import { cleared, copied, filledDown, lay, type Table, withoutRows } from "./block";
import { lineOf, newLine } from "./line";
import { History } from "./undo";

const columns: ColumnView[] = ["code", "name", "amount"].map((name) => ({
  name,
  label: { code: "编号", name: "名称", amount: "金额" }[name] ?? "",
  kind: "TEXT",
  unit: "",
  required: false,
  allowed: [],
  note: "",
  example: "",
}));

function table(...rows: Record<string, string>[]): Table & { added: ReturnType<typeof newLine>[] } {
  const added: ReturnType<typeof newLine>[] = [];
  return {
    shown: rows.map((cells) => newLine(cells)),
    columns,
    added,
    add(count) {
      const fresh = Array.from({ length: count }, () => {
        const line = newLine();
        line.removed = true;
        return line;
      });
      added.push(...fresh);
      return fresh;
    },
  };
}

const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe("pasting a block", () => {
  it("fills from the active cell and adds the rows it lacks", () => {
    const one = table({ code: "1" }, { code: "2" });
    const laid = lay([["a", "1"], ["b", "2"], ["c", "3"]], at(1, 1), one);
    new History().carryOut(laid.step);
    expect(one.shown[1]!.cells).toEqual({ code: "2", name: "a", amount: "1" });
    expect(one.added.map((line) => line.cells)).toEqual([
      { name: "b", amount: "2" },
      { name: "c", amount: "3" },
    ]);
    expect(one.added.every((line) => !line.removed)).toBe(true);
  });

  it("leaves rows under review alone and says how many", () => {
    const one = table({ code: "1" });
    const approved = lineOf({ state: "approved", cells: { code: "2" }, problems: [] } as unknown as RowView);
    const laid = lay([["x"], ["y"]], at(0, 0), { ...one, shown: [...one.shown, approved] });
    new History().carryOut(laid.step);
    expect([laid.lockedRows, approved.cells["code"], one.shown[0]!.cells["code"]]).toEqual([1, "2", "x"]);
  });

  it("says how many columns lay beyond the table", () => {
    expect(lay([["a", "b", "c"]], at(0, 2), table({})).lostColumns).toBe(2);
  });

  it("goes by headings where the block has them", () => {
    const one = table({});
    const laid = lay([["金额", "编号"], ["12", "HT-1"]], at(0, 0), one);
    new History().carryOut(laid.step);
    expect(one.shown[0]!.cells).toEqual({ code: "HT-1", amount: "12" });
  });
});

it("copying gives the selected rectangle", () => {
  expect(copied(at(0, 0, 1, 1), table({ code: "1", name: "一\n二" }, { code: "2" }))).toBe('1\t"一\n二"\r\n2\t');
});

it("clearing and filling down touch the selection only", () => {
  const one = table({ code: "1", name: "甲", amount: "5" }, { code: "2", name: "乙" });
  const history = new History();
  history.carryOut(filledDown(at(0, 1, 1, 2), one));
  expect(one.shown[1]!.cells).toEqual({ code: "2", name: "甲", amount: "5" });
  history.carryOut(cleared(at(0, 0, 1, 0), one));
  expect(one.shown.map((line) => line.cells["code"])).toEqual([undefined, undefined]);
});

it("rows under review are not removed", () => {
  const approved = lineOf({ state: "approved", cells: {}, problems: [] } as unknown as RowView);
  const draft = newLine({ code: "1" });
  new History().carryOut(withoutRows([approved, draft]));
  expect([approved.removed, draft.removed]).toEqual([false, true]);
});
