import { shallowReactive } from "vue";
import type { RowView, Told } from "../../server/types";

export type Cells = Readonly<Record<string, string>>;

/** One row of the table on the screen, and what the server knows of it. */
export interface Line {
  /** Its name on this page, from first to last. */
  readonly key: string;
  cells: Cells;
  removed: boolean;
  /** The row as the server has it; null before the first save. */
  row: RowView | null;
  /** Whether the server has it among the removed. */
  removedThere: boolean;
  sending: boolean;
  /** The row as somebody else left it, while mine waits for a decision. */
  conflict: RowView | null;
  /** The cells as they were before both changed them; null where `row` still has them. */
  base: Cells | null;
  refusal: Told | null;
}

let number = 0;

export function newLine(cells: Cells = {}): Line {
  number += 1;
  return shallowReactive({
    key: `new-${number}`,
    cells,
    removed: false,
    row: null,
    removedThere: false,
    sending: false,
    conflict: null,
    base: null,
    refusal: null,
  });
}

export function lineOf(row: RowView): Line {
  const line = newLine(row.cells);
  line.row = row;
  return line;
}

/** With one cell other than before; blank cells are left out, as the server keeps them. */
export function withCell(cells: Cells, column: string, text: string): Cells {
  const changed: Record<string, string> = { ...cells };
  if (text.trim() === "") {
    delete changed[column];
  } else {
    changed[column] = text;
  }
  return changed;
}

export function sameCells(one: Cells, other: Cells): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

export function isBlank(line: Line): boolean {
  return Object.keys(line.cells).length === 0;
}

/** Whether its cells may be typed into: what is under review must be withdrawn or returned first. */
export function isEditable(line: Line): boolean {
  return line.row === null || line.row.state === "draft" || line.row.state === "returned";
}

/** What the server does not have yet. */
export type Due = "nothing" | "save" | "remove" | "restore";

export function due(line: Line): Due {
  if (line.conflict !== null || line.refusal !== null) {
    return "nothing"; // a person decides first
  }
  if (line.removed) {
    return line.row !== null && !line.removedThere ? "remove" : "nothing";
  }
  if (line.removedThere) {
    return "restore";
  }
  if (line.row === null) {
    return isBlank(line) ? "nothing" : "save";
  }
  return sameCells(line.cells, line.row.cells) ? "nothing" : "save";
}

/** Whether something of it is only on this computer. */
export function isUnsaved(line: Line): boolean {
  return due(line) !== "nothing" || line.conflict !== null || (line.refusal !== null && !line.removed);
}
