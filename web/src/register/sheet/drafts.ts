import type { RowView } from "../../server/types";
import { type Cells, isUnsaved, type Line, lineOf, newLine, sameCells } from "./line";

/** What was typed and not saved yet, as it is kept on this computer. */
export interface Draft {
  id: number | null;
  version: number | null;
  /** The cells as they were when typing began. */
  base: Cells | null;
  cells: Cells;
}

export function draftsOf(lines: readonly Line[]): Draft[] {
  return lines
    .filter((line) => isUnsaved(line) && !line.removed)
    .map((line) => ({
      id: line.row?.id ?? null,
      version: line.row?.version ?? null,
      base: line.row?.cells ?? null,
      cells: line.cells,
    }));
}

export interface Merged {
  lines: Line[];
  /** How many rows came back from this computer. */
  restored: number;
}

/** The rows of the server with the drafts laid over them; a row that somebody else changed meanwhile waits for a decision. */
export function withDrafts(rows: readonly RowView[], drafts: readonly Draft[]): Merged {
  const lines = rows.map(lineOf);
  const byId = new Map(lines.map((line) => [line.row?.id, line]));
  let restored = 0;
  for (const draft of drafts) {
    const line = draft.id === null ? undefined : byId.get(draft.id);
    if (line === undefined) {
      if (!lines.some((each) => arrived(each, draft))) {
        lines.push(newLine(draft.cells));
        restored += 1;
      }
    } else if (line.row !== null && !sameCells(draft.cells, line.row.cells)) {
      const theirs = line.row;
      line.cells = draft.cells;
      restored += 1;
      if (theirs.version !== draft.version && !(draft.base !== null && sameCells(draft.base, theirs.cells))) {
        line.conflict = theirs;
        line.base = draft.base;
      }
    }
  }
  return { lines, restored };
}

/** A new row whose saving was never confirmed: it may have been carried out. */
function arrived(line: Line, draft: Draft): boolean {
  return draft.id === null && line.row !== null && sameCells(line.row.cells, draft.cells);
}

/** Where drafts are kept: one place for each person, department, year and register. */
export class DraftShelf {
  constructor(private readonly key: string) {}

  read(): Draft[] {
    try {
      const text = localStorage.getItem(this.key);
      const found: unknown = text === null ? [] : JSON.parse(text);
      return Array.isArray(found) ? (found as Draft[]) : [];
    } catch {
      return [];
    }
  }

  /** False if this computer has no room for them. */
  write(drafts: readonly Draft[]): boolean {
    try {
      if (drafts.length === 0) {
        localStorage.removeItem(this.key);
      } else {
        localStorage.setItem(this.key, JSON.stringify(drafts));
      }
      return true;
    } catch {
      return false;
    }
  }
}
