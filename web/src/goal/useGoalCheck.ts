import { onScopeDispose, shallowRef, type ShallowRef } from "vue";
import type { Line } from "../register/sheet/line";
import { post } from "../server/call";
import type { Told } from "../server/types";

const PAUSE = 500;

export interface GoalCheck {
  /** What the server says about the row one is in; null before it said anything. */
  told: Readonly<ShallowRef<readonly Told[] | null>>;
  look: (line: Line | undefined) => void;
}

/** Asks the server about the quality of a goal while it is being typed. */
export function useGoalCheck(base: () => string, register: () => string): GoalCheck {
  const told = shallowRef<readonly Told[] | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: unknown;

  function look(line: Line | undefined): void {
    clearTimeout(timer);
    if (line === undefined || Object.keys(line.cells).length === 0) {
      told.value = null;
      asked = undefined;
      return;
    }
    const cells = line.cells;
    if (cells === asked) {
      return;
    }
    timer = setTimeout(async () => {
      asked = cells;
      const answer = await post<Told[]>(`${base()}/goal-quality/check`, { register: register(), row: line.row?.id ?? null, cells }).catch(() => null);
      if (asked === cells) {
        told.value = answer;
      }
    }, PAUSE);
  }

  onScopeDispose(() => clearTimeout(timer));
  return { told, look };
}
