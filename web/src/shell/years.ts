import { computed, ref } from "vue";
import { read } from "../server/call";
import type { Desk, DeskYear } from "../server/types";
import { me } from "../session/session";

const KEPT = "jizhun.year";

/** The department years the person signed in may see, newest first; the desk brings them. */
export const years = ref<DeskYear[]>([]);

export async function readYears(): Promise<void> {
  years.value = (await read<Desk>("/api/desk")).years;
}

export function keepYear(department: number, year: number): void {
  localStorage.setItem(`${KEPT}.${me.value?.id ?? 0}`, `${department}/${year}`);
}

/** Where somebody was last, else the newest year that is open, else the newest. */
export const usualYear = computed<DeskYear | undefined>(() => {
  const kept = localStorage.getItem(`${KEPT}.${me.value?.id ?? 0}`);
  return (
    years.value.find((each) => `${each.department}/${each.year}` === kept) ??
    years.value.find((each) => each.state === "open") ??
    years.value[0]
  );
});
