import { ref, type Ref, shallowRef, type ShallowRef } from "vue";
import { fill } from "../language/words";
import { w } from "../register/words";
import { post } from "../server/call";
import { changed } from "../server/query";
import { type Problem, problemsOf } from "../server/problem";
import type { ReviewOutcome, RowView } from "../server/types";
import { usePlace } from "../shell/place";
import { attempt, tell } from "../shell/tell";

export interface ReviewAction {
  open: Ref<boolean>;
  action: Ref<string>;
  rows: ShallowRef<readonly RowView[]>;
  reasonNeeded: Ref<boolean>;
  /** What would happen to each row, as the server says before it is done. */
  preview: ShallowRef<readonly ReviewOutcome[]>;
  problems: ShallowRef<readonly Problem[]>;
  /** Whether the preview tells what was done; the rows that were not stay in it. */
  over: Ref<boolean>;
  busy: Ref<boolean>;
  begin: (action: string, rows: readonly RowView[], reasonNeeded: boolean, before?: () => Promise<void>) => Promise<void>;
  carryOut: (reason: string) => Promise<void>;
}

/** A step of the review for one or many rows: first what it would do, then, confirmed, done. */
export function useReviewAction(done: () => void): ReviewAction {
  const { base } = usePlace();
  const open = ref(false);
  const action = ref("");
  const rows = shallowRef<readonly RowView[]>([]);
  const reasonNeeded = ref(false);
  const preview = shallowRef<readonly ReviewOutcome[]>([]);
  const problems = shallowRef<readonly Problem[]>([]);
  const over = ref(false);
  const busy = ref(false);

  const marks = (): { id: number; version: number }[] => rows.value.map(({ id, version }) => ({ id, version }));
  const send = (body: object): Promise<{ rows: ReviewOutcome[] }> =>
    post<{ rows: ReviewOutcome[] }>(`${base.value}/review`, { action: action.value, rows: marks(), ...body });

  async function begin(
    wanted: string,
    some: readonly RowView[],
    needed: boolean,
    before?: () => Promise<void>,
  ): Promise<void> {
    await attempt(async () => {
      await before?.();
      action.value = wanted;
      rows.value = some;
      reasonNeeded.value = needed;
      problems.value = [];
      over.value = false;
      preview.value = (await send({ preview: true, reason: needed ? "…" : undefined })).rows;
      open.value = true;
    });
  }

  async function carryOut(reason: string): Promise<void> {
    busy.value = true;
    try {
      const outcomes = (await send({ reason: reason || undefined })).rows;
      const refused = outcomes.filter((each) => each.problem !== null);
      if (outcomes.length > refused.length) {
        tell(fill(w.done, { count: outcomes.length - refused.length }));
      }
      preview.value = refused;
      over.value = true;
      open.value = refused.length > 0; // what somebody else changed meanwhile is told, not passed over
      await changed(`${base.value}/review`);
      done();
    } catch (failure) {
      problems.value = problemsOf(failure);
    } finally {
      busy.value = false;
    }
  }

  return { open, action, rows, reasonNeeded, preview, problems, over, busy, begin, carryOut };
}
