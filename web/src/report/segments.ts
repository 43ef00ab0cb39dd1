/** A stretch of narrative text: words, or a figure that is put in when the report is written. */
export type Segment = { readonly text: string } | { readonly key: string };

const FIELD = /\{\{\s*([\p{L}\p{N}_.[\]-]+)\s*\}\}/gu;

/** Text with figures written {{key}}, taken apart. */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(FIELD)) {
    if (match.index > at) {
      found.push({ text: text.slice(at, match.index) });
    }
    found.push({ key: match[1] ?? "" });
    at = match.index + match[0].length;
  }
  if (at < text.length) {
    found.push({ text: text.slice(at) });
  }
  return found;
}

export function written(key: string): string {
  return `{{${key}}}`;
}

/** A node of the editor as far as its text goes; so that this can be tested without a browser. */
export interface Piece {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Piece>;
  readonly dataset?: DOMStringMap;
}

const TEXT = 3;

/** What stands in the editor, with its figures written {{key}} again. Browsers wrap lines in blocks of their own. */
export function textOf(node: Piece): string {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) {
      text += child.textContent ?? "";
    } else if (child.dataset?.["key"] !== undefined) {
      text += written(child.dataset["key"]);
    } else if (child.nodeName === "BR") {
      text += "\n";
    } else {
      const inner = textOf(child);
      text += text === "" || text.endsWith("\n") ? inner : `\n${inner}`;
    }
  }
  return text.replaceAll("\u200b", "");
}
