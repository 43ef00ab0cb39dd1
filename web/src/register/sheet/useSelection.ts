import { computed, type ComputedRef, ref, type Ref } from "vue";

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Selection {
  active: Ref<Spot>;
  anchor: Ref<Spot>;
  range: ComputedRef<Range>;
  /** Goes to a cell; with `extend` the selection stretches there instead. */
  go: (row: number, column: number, extend?: boolean) => void;
  move: (down: number, right: number, extend?: boolean) => void;
  rows: (from: number, to: number) => void;
}

/** Which cell is the active one and which rectangle is selected; kept inside of the table. */
export function useSelection(rowCount: () => number, columnCount: () => number): Selection {
  const active = ref<Spot>({ row: 0, column: 0 });
  const anchor = ref<Spot>({ row: 0, column: 0 });
  const far = ref<Spot>({ row: 0, column: 0 });

  const inside = (row: number, column: number): Spot => ({
    row: Math.max(0, Math.min(rowCount() - 1, row)),
    column: Math.max(0, Math.min(columnCount() - 1, column)),
  });

  function go(row: number, column: number, extend = false): void {
    const spot = inside(row, column);
    far.value = spot;
    if (!extend) {
      anchor.value = spot;
    }
    active.value = extend ? anchor.value : spot;
  }

  const range = computed<Range>(() => ({
    top: Math.min(anchor.value.row, far.value.row),
    bottom: Math.max(anchor.value.row, far.value.row),
    left: Math.min(anchor.value.column, far.value.column),
    right: Math.max(anchor.value.column, far.value.column),
  }));

  return {
    active,
    anchor,
    range,
    go,
    move(down, right, extend = false) {
      const from = extend ? far.value : active.value;
      go(from.row + down, from.column + right, extend);
    },
    rows(from, to) {
      anchor.value = inside(from, 0);
      active.value = anchor.value;
      far.value = inside(to, columnCount() - 1);
    },
  };
}
