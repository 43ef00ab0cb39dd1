import { computed, type ComputedRef, onScopeDispose, ref, type Ref, shallowRef, type ShallowRef } from "vue";
import { post, put, read } from "../../server/call";
import { type Problem, problemsOf, Unreachable } from "../../server/problem";
import type { RegisterView, RowOutcome, Told } from "../../server/types";
import { me } from "../../session/session";
import { DraftShelf, draftsOf, withDrafts } from "./drafts";
import { type Cells, due, isUnsaved, type Line, newLine } from "./line";
import { merge, takeOutcome } from "./merge";
import { History, type Step } from "./undo";

const PAUSE = 700;
const AGAIN = 3000;
const REFRESH = 1500;
const AT_A_TIME = 1000;
/** Characters of one request; the server takes a megabyte. */
const MOST_TEXT = 300_000;

/** As many of these rows as one request may hold, at least one. */
function portion(lines: readonly Line[]): Line[] {
  const batch: Line[] = [];
  let length = 0;
  for (const line of lines) {
    length += JSON.stringify(line.cells).length + 80;
    if (batch.length === AT_A_TIME || (batch.length > 0 && length > MOST_TEXT)) {
      break;
    }
    batch.push(line);
  }
  return batch;
}

export type SaveState = "saved" | "saving" | "waiting" | "offline" | "stopped";

export interface Sheet {
  lines: Readonly<ShallowRef<readonly Line[]>>;
  /** Rises with every change of a cell or row; for whoever must look again. */
  revision: Readonly<Ref<number>>;
  state: Readonly<Ref<SaveState>>;
  unsaved: ComputedRef<number>;
  conflicts: ComputedRef<readonly Line[]>;
  none: Readonly<Ref<boolean>>;
  problems: Readonly<ShallowRef<readonly Told[]>>;
  failure: Readonly<ShallowRef<readonly Problem[]>>;
  loading: Readonly<Ref<boolean>>;
  /** How many rows came back from this computer when the page was opened. */
  restored: Readonly<Ref<number>>;
  /** False if this computer has no room to keep what is unsaved. */
  kept: Readonly<Ref<boolean>>;
  load: () => Promise<void>;
  refresh: () => Promise<void>;
  /** Rows at the end, not shown and not sent before something is typed. */
  add: (count: number) => readonly Line[];
  carryOut: (step: Step) => void;
  undo: () => Step | undefined;
  redo: () => Step | undefined;
  /** Takes these cells against the other's version. */
  resolve: (line: Line, cells: Cells) => void;
  setNone: (none: boolean) => Promise<void>;
  /** Returns when nothing waits to be saved any more, or it cannot be saved now. */
  flush: () => Promise<void>;
}

/** The rows of one register on the screen: typed here, saved by themselves, kept on this computer until they are. */
export function useSheet(base: string, register: string): Sheet {
  const path = `${base}/registers/${register}`;
  const shelf = new DraftShelf(`jizhun.draft.${me.value?.id ?? 0}.${path}`);
  const history = new History();
  const lines = shallowRef<readonly Line[]>([]);
  const revision = ref(0);
  const state = ref<SaveState>("saved");
  const none = ref(false);
  const problems = shallowRef<readonly Told[]>([]);
  const failure = shallowRef<readonly Problem[]>([]);
  const loading = ref(false);
  const restored = ref(0);
  const kept = ref(true);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shelving: ReturnType<typeof setTimeout> | undefined;
  let refreshing: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let uncertain = false;
  let gone = false;

  const unsaved = computed(() => (revision.value, lines.value.filter(isUnsaved).length));
  const conflicts = computed(() => (revision.value, lines.value.filter((line) => line.conflict !== null)));

  function shelve(): void {
    clearTimeout(shelving);
    shelving = undefined;
    kept.value = shelf.write(draftsOf(lines.value));
  }

  function touched(pause = PAUSE): void {
    revision.value += 1;
    if (state.value === "saved") {
      state.value = "waiting";
    }
    shelving ??= setTimeout(shelve, 150);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  }

  function show(view: RegisterView): void {
    none.value = view.none;
    problems.value = view.problems;
  }

  async function load(): Promise<void> {
    loading.value = true;
    try {
      const view = await read<RegisterView>(path);
      const merged = withDrafts(view.rows, shelf.read());
      lines.value = merged.lines;
      restored.value = merged.restored;
      failure.value = [];
      show(view);
      touched(50);
    } catch (wrong) {
      failure.value = problemsOf(wrong);
    } finally {
      loading.value = false;
    }
  }

  async function refresh(): Promise<void> {
    const view = await read<RegisterView>(path);
    lines.value = merge(lines.value, view.rows, uncertain);
    uncertain = false;
    show(view);
    revision.value += 1;
  }

  const dueFor = (what: string): Line[] => lines.value.filter((line) => !line.sending && due(line) === what);

  async function sendRows(): Promise<void> {
    const batch = portion(dueFor("save"));
    const sent = new Map(batch.map((line) => [line.key, line.cells]));
    batch.forEach((line) => (line.sending = true));
    const rows = batch.map((line) => ({ key: line.key, id: line.row?.id, version: line.row?.version, cells: line.cells }));
    try {
      const answer = await post<{ rows: RowOutcome[] }>(`${path}/rows`, { rows });
      const byKey = new Map(answer.rows.map((outcome) => [outcome.key, outcome]));
      for (const line of batch) {
        const outcome = byKey.get(line.key);
        if (outcome !== undefined) {
          takeOutcome(line, sent.get(line.key) ?? {}, outcome);
        }
      }
    } catch (wrong) {
      uncertain ||= wrong instanceof Unreachable;
      throw wrong;
    } finally {
      batch.forEach((line) => (line.sending = false));
    }
  }

  async function sendRemovals(): Promise<void> {
    const batch = dueFor("remove").slice(0, AT_A_TIME);
    const rows = batch.map((line) => ({ id: line.row?.id, version: line.row?.version }));
    const answer = await post<{ rows: RowOutcome[] }>(`${path}/removal`, { rows });
    answer.rows.forEach((outcome, at) => {
      const line = batch[at];
      if (line === undefined) {
        return;
      }
      if (outcome.outcome === "saved" || outcome.problem?.code === "row-gone") {
        line.removedThere = true;
      } else {
        line.removed = false; // comes back to be seen
        line.refusal = outcome.problem;
        line.row = outcome.row ?? line.row;
      }
    });
  }

  async function sendRestorations(): Promise<void> {
    const batch = dueFor("restore").slice(0, AT_A_TIME);
    const view = await post<RegisterView>(`${path}/restoration`, { ids: batch.map((line) => line.row?.id) });
    batch.forEach((line) => (line.removedThere = false));
    lines.value = merge(lines.value, view.rows, uncertain);
    show(view);
  }

  async function sendAll(): Promise<void> {
    while (!gone) {
      if (uncertain) {
        await refresh();
      }
      if (dueFor("remove").length > 0) {
        await sendRemovals();
      } else if (dueFor("restore").length > 0) {
        await sendRestorations();
      } else if (dueFor("save").length > 0) {
        await sendRows();
      } else {
        return;
      }
      revision.value += 1;
      shelve();
    }
  }

  async function run(): Promise<void> {
    const anything = lines.value.some((line) => due(line) !== "nothing");
    state.value = anything ? "saving" : state.value;
    try {
      await sendAll();
      failure.value = [];
      state.value = "saved";
      shelve();
      if (anything) {
        clearTimeout(refreshing);
        refreshing = setTimeout(() => void refreshQuietly(), REFRESH);
      }
    } catch (wrong) {
      shelve();
      failure.value = problemsOf(wrong);
      state.value = wrong instanceof Unreachable ? "offline" : "stopped";
      if (wrong instanceof Unreachable && !gone) {
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), AGAIN);
      }
    }
    revision.value += 1;
  }

  async function refreshQuietly(): Promise<void> {
    if (!gone && running === null && state.value === "saved") {
      await refresh().catch(() => undefined);
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= run().finally(() => (running = null));
    await running;
  }

  async function setNone(wanted: boolean): Promise<void> {
    await put(`${path}/none`, { none: wanted });
    await refresh();
  }

  function stepped(step: Step | undefined): Step | undefined {
    if (step !== undefined) {
      touched();
    }
    return step;
  }

  const leaving = (): void => shelve();
  window.addEventListener("pagehide", leaving);
  window.addEventListener("focus", refreshQuietly);
  onScopeDispose(() => {
    shelve();
    void flush().finally(() => (gone = true));
    clearTimeout(refreshing);
    window.removeEventListener("pagehide", leaving);
    window.removeEventListener("focus", refreshQuietly);
  });

  return {
    lines,
    revision,
    state,
    unsaved,
    conflicts,
    none,
    problems,
    failure,
    loading,
    restored,
    kept,
    load,
    refresh,
    flush,
    setNone,
    add(count) {
      const added = Array.from({ length: count }, () => newLine());
      added.forEach((line) => (line.removed = true));
      lines.value = [...lines.value, ...added];
      return added;
    },
    carryOut(step) {
      history.carryOut(step);
      touched();
    },
    undo: () => stepped(history.undo()),
    redo: () => stepped(history.redo()),
    resolve(line, cells) {
      line.row = line.conflict ?? line.row;
      line.conflict = null;
      line.base = null;
      line.cells = cells;
      touched(0);
    },
  };
}
