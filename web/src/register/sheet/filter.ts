import type { Line } from "./line";

export interface ColumnFilter {
  /** What the cell must contain; "" for anything. */
  readonly text: string;
  /** The values let through; null for all. */
  readonly values: readonly string[] | null;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export interface Arrangement {
  readonly filters: Readonly<Record<string, ColumnFilter>>;
  readonly sorting: Sorting | null;
  /** Only rows in which something is wrong. */
  readonly onlyProblems: boolean;
  /** Only rows in this state; "" for all. */
  readonly state: string;
}

export const ALL: Arrangement = { filters: {}, sorting: null, onlyProblems: false, state: "" };

/** The rows that are shown, in the order in which they are shown. */
export function arrange(lines: readonly Line[], how: Arrangement): Line[] {
  const shown = lines.filter((line) => !line.removed && isShown(line, how));
  return how.sorting === null ? shown : sorted(shown, how.sorting);
}

function isShown(line: Line, how: Arrangement): boolean {
  if (how.onlyProblems && (line.row?.problems.length ?? 0) === 0 && line.refusal === null && line.conflict === null) {
    return false;
  }
  if (how.state !== "" && (line.row?.state ?? "draft") !== how.state) {
    return false;
  }
  return Object.entries(how.filters).every(([column, filter]) => lets(filter, line.cells[column] ?? ""));
}

function lets(filter: ColumnFilter, cell: string): boolean {
  return (
    (filter.values === null || filter.values.includes(cell)) &&
    cell.toLowerCase().includes(filter.text.trim().toLowerCase())
  );
}

function sorted(lines: Line[], sorting: Sorting): Line[] {
  const sign = sorting.descending ? -1 : 1;
  const keyed = lines.map((line) => ({ line, cell: line.cells[sorting.column] ?? "" }));
  keyed.sort((a, b) => {
    if (a.cell === "" || b.cell === "") {
      return a.cell === b.cell ? 0 : a.cell === "" ? 1 : -1; // blanks last, whichever way
    }
    return sign * compareTexts(a.cell, b.cell);
  });
  return keyed.map((each) => each.line);
}

const WORDS = new Intl.Collator("zh-Hans-CN", { numeric: true });
const FIGURE = /^([+-]?)(\d[\d,]*)(?:\.(\d+))?%?$/;

/** Figures by size, digit by digit so that none loses its last places; everything else by the alphabet. */
export function compareTexts(one: string, other: string): number {
  const a = FIGURE.exec(one.trim());
  const b = FIGURE.exec(other.trim());
  return a !== null && b !== null ? compareFigures(a, b) : WORDS.compare(one, other);
}

function compareFigures(a: RegExpExecArray, b: RegExpExecArray): number {
  const negative = a[1] === "-";
  if (negative !== (b[1] === "-")) {
    return negative ? -1 : 1;
  }
  const whole = (each: RegExpExecArray): string => (each[2] ?? "").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  const size = whole(a).length - whole(b).length || compareDigits(whole(a), whole(b)) || compareDigits(a[3] ?? "", b[3] ?? "");
  return negative ? -size : size;
}

function compareDigits(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  const left = a.padEnd(length, "0");
  const right = b.padEnd(length, "0");
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The different values of a column, for choosing among them; at most so many. */
export function valuesOf(lines: readonly Line[], column: string, most: number): string[] {
  const values = new Set<string>();
  for (const line of lines) {
    if (!line.removed) {
      values.add(line.cells[column] ?? "");
    }
    if (values.size >= most) {
      break;
    }
  }
  return [...values].sort(compareTexts);
}
