import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, watch } from "vue";
import { read } from "./call";
import { type Problem, problemsOf } from "./problem";

interface Kept {
  value: unknown;
}

const kept = new Map<string, Kept>();
const shown = new Set<{ path: () => string | null; reload: () => Promise<void> }>();

export interface Query<T> {
  data: Readonly<ShallowRef<T | undefined>>;
  problems: Readonly<ShallowRef<readonly Problem[]>>;
  loading: Readonly<Ref<boolean>>;
  reload: () => Promise<void>;
}

/**
 * What the server says at a path, read when the path changes; null reads nothing. An earlier answer is shown until the new
 * one is there, and a late answer to an earlier path is dropped.
 */
export function useQuery<T>(path: () => string | null): Query<T> {
  const data = shallowRef<T>();
  const problems = shallowRef<readonly Problem[]>([]);
  const loading = ref(false);
  let turn = 0;

  async function reload(): Promise<void> {
    const wanted = path();
    turn += 1;
    const mine = turn;
    if (wanted === null) {
      data.value = undefined;
      return;
    }
    loading.value = true;
    try {
      const value = await read<T>(wanted);
      kept.set(wanted, { value });
      if (mine === turn) {
        data.value = value;
        problems.value = [];
      }
    } catch (failure) {
      if (mine === turn) {
        problems.value = problemsOf(failure);
      }
    } finally {
      if (mine === turn) {
        loading.value = false;
      }
    }
  }

  watch(
    path,
    (wanted) => {
      const before = wanted === null ? undefined : kept.get(wanted);
      data.value = before?.value as T | undefined;
      problems.value = [];
      void reload();
    },
    { immediate: true },
  );

  const entry = { path, reload };
  shown.add(entry);
  onScopeDispose(() => shown.delete(entry));
  return { data, problems, loading, reload };
}

/** What begins with this path is no longer true: forgotten, and read again where it is shown. */
export async function changed(prefix: string): Promise<void> {
  for (const path of kept.keys()) {
    if (path.startsWith(prefix)) {
      kept.delete(path);
    }
  }
  await Promise.all([...shown].filter((each) => each.path()?.startsWith(prefix)).map((each) => each.reload()));
}

/** Somebody else sits here now. */
export function forgetAll(): void {
  kept.clear();
}
