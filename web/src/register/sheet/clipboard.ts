/**
 * A block of cells as Excel puts it on the clipboard: tabs between cells, line ends between rows, and cells that hold a tab,
 * a line end or a quote in double quotes with quotes inside doubled.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(cell);
    if (text[end] === "\t") {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = afterLineEnd(text, end);
    if (at >= text.length) {
      break; // Excel ends the last row like every other
    }
  }
  return rows;
}

function afterLineEnd(text: string, end: number): number {
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
}

function plain(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== "\t" && text[end] !== "\n" && text[end] !== "\r") {
    end += 1;
  }
  return [text.slice(from, end), end];
}

/** A quote that nobody closes, or something after the closing one, is text that merely begins with a quote. */
function quoted(text: string, from: number): [string, number] {
  let value = "";
  let at = from + 1;
  while (at < text.length) {
    const close = text.indexOf('"', at);
    if (close < 0) {
      break;
    }
    value += text.slice(at, close);
    if (text[close + 1] === '"') {
      value += '"';
      at = close + 2;
      continue;
    }
    const next = text[close + 1];
    if (next === undefined || next === "\t" || next === "\n" || next === "\r") {
      return [value.replace(/\r\n?/g, "\n"), close + 1];
    }
    break;
  }
  return plain(text, from);
}

/** The same form, for copying out. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join("\t")).join("\r\n");
}

function written(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The block laid over a selected rectangle: one cell fills all of it, a block whose sides divide the selection is repeated,
 * anything else is laid once from the upper left corner.
 */
export function spread(block: string[][], rows: number, columns: number): string[][] {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  if (height === 0 || width === 0) {
    return [];
  }
  const down = rows % height === 0 && columns % width === 0 ? rows / height : 1;
  const across = down > 0 && rows % height === 0 && columns % width === 0 ? columns / width : 1;
  const spreadRows: string[][] = [];
  for (let copy = 0; copy < Math.max(1, down); copy += 1) {
    for (const row of block) {
      const full = [...row, ...Array<string>(width - row.length).fill("")];
      spreadRows.push(Array.from({ length: Math.max(1, across) }, () => full).flat());
    }
  }
  return spreadRows;
}
