import { computed, type ComputedRef, onMounted, onUnmounted, ref, type Ref } from "vue";

export const ROW = 30;
export const HEAD = 34;
export const NUMBERS = 128;
const BEYOND = 5;

export interface Viewport {
  first: ComputedRef<number>;
  last: ComputedRef<number>;
  width: Ref<number>;
  scrolled: () => void;
  show: (row: number, left: number, width: number) => void;
}

/** Which rows are near the visible part of a scrolling box; only those are drawn. */
export function useViewport(box: Ref<HTMLElement | undefined>, rows: () => number): Viewport {
  const top = ref(0);
  const height = ref(600);
  const width = ref(1000);
  let observer: ResizeObserver | undefined;

  function measure(): void {
    height.value = box.value?.clientHeight ?? 600;
    width.value = box.value?.clientWidth ?? 1000;
  }

  onMounted(() => {
    measure();
    observer = new ResizeObserver(measure);
    if (box.value !== undefined) {
      observer.observe(box.value);
    }
  });
  onUnmounted(() => observer?.disconnect());

  function show(row: number, left: number, cell: number): void {
    const element = box.value;
    if (element === undefined) {
      return;
    }
    const upper = row * ROW;
    const room = element.clientHeight - HEAD - ROW;
    if (upper < element.scrollTop) {
      element.scrollTop = upper;
    } else if (upper > element.scrollTop + room) {
      element.scrollTop = upper - room;
    }
    const right = left + cell - (element.clientWidth - NUMBERS);
    if (left < element.scrollLeft) {
      element.scrollLeft = left;
    } else if (right > element.scrollLeft) {
      element.scrollLeft = Math.min(left, right);
    }
  }

  return {
    first: computed(() => Math.max(0, Math.floor(top.value / ROW) - BEYOND)),
    last: computed(() => Math.min(rows(), Math.ceil((top.value + height.value) / ROW) + BEYOND)),
    width,
    scrolled: () => (top.value = box.value?.scrollTop ?? 0),
    show,
  };
}
