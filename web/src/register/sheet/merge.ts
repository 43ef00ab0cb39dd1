import type { RowOutcome, RowView } from "../../server/types";
import { type Cells, due, type Line, lineOf, sameCells } from "./line";

/**
 * The table after the server was read again: what is not touched here is as it is there, what is typed and not saved stays,
 * and a row that somebody else changed under it waits for a decision.
 *
 * @param uncertain whether new rows were sent and no answer came: a row there with the same cells is then mine
 */
export function merge(lines: readonly Line[], rows: readonly RowView[], uncertain: boolean): Line[] {
  const mine = new Map(lines.filter((line) => line.row !== null).map((line) => [line.row?.id, line]));
  const fresh = lines.filter((line) => line.row === null);
  const there = new Set(rows.map((row) => row.id));
  const merged: Line[] = [];
  for (const row of rows) {
    const line = mine.get(row.id) ?? (uncertain ? adopted(fresh, row) : undefined);
    if (line === undefined) {
      merged.push(lineOf(row));
    } else {
      renew(line, row);
      merged.push(line);
    }
  }
  for (const line of lines) {
    if (line.row === null) {
      merged.push(line);
    } else if (!there.has(line.row.id)) {
      keepIfNeeded(line, merged);
    }
  }
  return merged;
}

function adopted(fresh: readonly Line[], row: RowView): Line | undefined {
  const line = fresh.find((each) => each.row === null && !each.removed && sameCells(each.cells, row.cells));
  if (line !== undefined) {
    line.row = row;
  }
  return line;
}

function renew(line: Line, row: RowView): void {
  if (line.sending) {
    return;
  }
  const before = line.row;
  line.removedThere = false;
  if (due(line) === "nothing" && line.conflict === null && line.refusal === null) {
    line.row = row;
    line.cells = row.cells;
  } else if (before === null || before.version === row.version || sameCells(before.cells, row.cells)) {
    line.row = row;
  } else if (!sameCells(line.cells, row.cells)) {
    line.conflict = row;
  } else {
    line.row = row;
    line.conflict = null;
  }
}

/** A row that is not there any more: mine if I removed it or typed into it, else gone. */
function keepIfNeeded(line: Line, merged: Line[]): void {
  if (line.removed) {
    line.removedThere = true;
    merged.push(line);
  } else if (line.sending || due(line) === "save" || line.conflict !== null) {
    line.row = null;
    line.conflict = null;
    merged.push(line);
  }
}

/** Takes the answer to one saved row; `sent` are the cells as they went out. */
export function takeOutcome(line: Line, sent: Cells, outcome: RowOutcome): void {
  line.sending = false;
  if (outcome.outcome === "saved" && outcome.row !== null) {
    const untouched = sameCells(line.cells, sent);
    line.row = outcome.row;
    line.refusal = null;
    if (untouched) {
      line.cells = outcome.row.cells;
    }
  } else if (outcome.outcome === "conflict" && outcome.row !== null) {
    if (sameCells(line.cells, outcome.row.cells)) {
      line.row = outcome.row; // the other wrote the same, or the first answer was lost
    } else {
      line.conflict = outcome.row;
    }
  } else if (line.row !== null && outcome.problem?.code === "row-gone") {
    line.row = null; // goes out again as a new row, so that nothing typed is lost
  } else {
    line.refusal = outcome.problem;
    if (outcome.row !== null) {
      line.row = outcome.row;
    }
  }
}
