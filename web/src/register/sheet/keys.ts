import type { Selection } from "./useSelection";

export interface KeyTarget {
  selection: Selection;
  rows: () => number;
  columns: () => number;
  page: () => number;
  open: () => void;
  clear: () => void;
  fillDown: () => void;
  removeRows: () => void;
  undo: () => void;
  redo: () => void;
  toggle: () => boolean;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What a key does while one moves about in the table; true if it did something. */
export function pressed(event: KeyboardEvent, at: KeyTarget): boolean {
  return event.ctrlKey || event.metaKey ? withControl(event, at) : alone(event, at);
}

function alone(event: KeyboardEvent, at: KeyTarget): boolean {
  const { selection } = at;
  const arrow = ARROWS[event.key];
  if (event.altKey && event.key === "ArrowDown") {
    at.open();
    return true;
  }
  if (arrow !== undefined) {
    selection.move(arrow[0], arrow[1], event.shiftKey);
    return true;
  }
  switch (event.key) {
    case "Enter":
      selection.move(event.shiftKey ? -1 : 1, 0);
      return true;
    case "Tab":
      return step(event.shiftKey ? -1 : 1, at);
    case "F2":
      at.open();
      return true;
    case "Delete":
    case "Backspace":
      at.clear();
      return true;
    case "Home":
      selection.go(selection.active.value.row, 0, event.shiftKey);
      return true;
    case "End":
      selection.go(selection.active.value.row, at.columns() - 1, event.shiftKey);
      return true;
    case "PageUp":
      selection.move(-at.page(), 0, event.shiftKey);
      return true;
    case "PageDown":
      selection.move(at.page(), 0, event.shiftKey);
      return true;
    case " ":
      return at.toggle();
    default:
      return false;
  }
}

/** To the next cell, over the end of a row into the next one; at the last cell the key leaves the table. */
function step(by: number, at: KeyTarget): boolean {
  const { row, column } = at.selection.active.value;
  const next = row * at.columns() + column + by;
  if (next < 0 || next >= at.rows() * at.columns()) {
    return false;
  }
  at.selection.go(Math.floor(next / at.columns()), next % at.columns());
  return true;
}

function withControl(event: KeyboardEvent, at: KeyTarget): boolean {
  const { selection } = at;
  const { row, column } = selection.active.value;
  const far = at.rows() + at.columns();
  switch (event.key) {
    case "z":
      at.undo();
      return true;
    case "y":
    case "Z":
      at.redo();
      return true;
    case "d":
      at.fillDown();
      return true;
    case "-":
      at.removeRows();
      return true;
    case "a":
      selection.rows(0, at.rows() - 1);
      return true;
    case "Home":
      selection.go(0, 0, event.shiftKey);
      return true;
    case "End":
      selection.go(at.rows() - 1, at.columns() - 1, event.shiftKey);
      return true;
    case "ArrowUp":
      selection.go(0, column, event.shiftKey);
      return true;
    case "ArrowDown":
      selection.go(far, column, event.shiftKey);
      return true;
    case "ArrowLeft":
      selection.go(row, 0, event.shiftKey);
      return true;
    case "ArrowRight":
      selection.go(row, far, event.shiftKey);
      return true;
    default:
      return false;
  }
}
