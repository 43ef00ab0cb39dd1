import { type Line, withCell } from "./line";

export interface CellEdit {
  readonly line: Line;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface PresenceEdit {
  readonly line: Line;
  readonly removed: boolean;
}

/** What one stroke did: cells typed or pasted, rows added or removed. */
export interface Step {
  readonly cells: readonly CellEdit[];
  readonly presence: readonly PresenceEdit[];
}

const MOST_STEPS = 200;

/** What was done and can be taken back, and what was taken back and can be done again. */
export class History {
  private readonly past: Step[] = [];
  private readonly future: Step[] = [];

  /** Carries a step out and remembers it. */
  carryOut(step: Step): void {
    if (step.cells.length === 0 && step.presence.length === 0) {
      return;
    }
    apply(step);
    this.past.push(step);
    this.future.length = 0;
    if (this.past.length > MOST_STEPS) {
      this.past.shift();
    }
  }

  undo(): Step | undefined {
    const step = this.past.pop();
    if (step !== undefined) {
      apply(inverse(step));
      this.future.push(step);
    }
    return step;
  }

  redo(): Step | undefined {
    const step = this.future.pop();
    if (step !== undefined) {
      apply(step);
      this.past.push(step);
    }
    return step;
  }
}

function apply(step: Step): void {
  for (const edit of step.presence) {
    edit.line.removed = edit.removed;
  }
  for (const edit of step.cells) {
    edit.line.cells = withCell(edit.line.cells, edit.column, edit.after);
    edit.line.refusal = null;
  }
}

function inverse(step: Step): Step {
  return {
    cells: [...step.cells].reverse().map((edit) => ({ ...edit, before: edit.after, after: edit.before })),
    presence: [...step.presence].reverse().map((edit) => ({ ...edit, removed: !edit.removed })),
  };
}
