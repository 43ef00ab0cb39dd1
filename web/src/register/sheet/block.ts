import type { ColumnView } from "../../server/types";
import { spread, writeBlock } from "./clipboard";
import { byHeadings } from "./columns";
import { isEditable, type Line } from "./line";
import type { CellEdit, PresenceEdit, Step } from "./undo";
import type { Range } from "./useSelection";

/** The table as blocks of cells meet it: the rows as shown, and where new ones come from. */
export interface Table {
  shown: readonly Line[];
  columns: readonly ColumnView[];
  /** New rows at the end; none where nothing may be added. */
  add: (count: number) => readonly Line[];
}

export interface Laid {
  step: Step;
  rows: number;
  lockedRows: number;
  lostColumns: number;
}

/** What pasting a block at the selection does. Rows beyond the end are added; rows under review are left alone. */
export function lay(block: string[][], range: Range, table: Table): Laid {
  const named = byHeadings(block, table.columns);
  const rows = named?.rows ?? spread(block, range.bottom - range.top + 1, range.right - range.left + 1);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const at = named?.at ?? Array.from({ length: width }, (_, index) => range.left + index);
  const lines = table.shown.slice(range.top, range.top + rows.length);
  const added = rows.length > lines.length ? table.add(rows.length - lines.length) : [];
  const cells: CellEdit[] = [];
  let lockedRows = 0;
  [...lines, ...added].forEach((line, index) => {
    if (!isEditable(line)) {
      lockedRows += 1;
      return;
    }
    rows[index]?.forEach((text, across) => {
      const column = table.columns[at[across] ?? -1];
      if (column !== undefined) {
        const before = line.cells[column.name] ?? "";
        const after = text.trim();
        if (before !== after) {
          cells.push({ line, column: column.name, before, after });
        }
      }
    });
  });
  const filled = new Set(cells.map((edit) => edit.line));
  const presence: PresenceEdit[] = added.filter((line) => filled.has(line)).map((line) => ({ line, removed: false }));
  const lostColumns = at.filter((column) => column >= table.columns.length).length;
  return { step: { cells, presence }, rows: rows.length, lockedRows, lostColumns };
}

/** The selected cells as Excel takes them. */
export function copied(range: Range, table: Table): string {
  const rows = table.shown
    .slice(range.top, range.bottom + 1)
    .map((line) => table.columns.slice(range.left, range.right + 1).map((column) => line.cells[column.name] ?? ""));
  return writeBlock(rows);
}

/** Empties the selected cells. */
export function cleared(range: Range, table: Table): Step {
  return everyCell(range, table, () => "");
}

/** The first row of the selection in all rows of it. */
export function filledDown(range: Range, table: Table): Step {
  const first = table.shown[range.top];
  return everyCell(range, table, (column) => first?.cells[column.name] ?? "");
}

function everyCell(range: Range, table: Table, text: (column: ColumnView) => string): Step {
  const cells: CellEdit[] = [];
  for (const line of table.shown.slice(range.top, range.bottom + 1).filter(isEditable)) {
    for (const column of table.columns.slice(range.left, range.right + 1)) {
      const before = line.cells[column.name] ?? "";
      const after = text(column);
      if (before !== after) {
        cells.push({ line, column: column.name, before, after });
      }
    }
  }
  return { cells, presence: [] };
}

/** Takes the selected rows away. */
export function withoutRows(lines: readonly Line[]): Step {
  return { cells: [], presence: lines.filter(isEditable).map((line) => ({ line, removed: true })) };
}
