import { expect, it } from "vitest";
import { useSelection } from "./useSelection";

it("stays inside of the table", () => {
  const selection = useSelection(
    () => 3,
    () => 2,
  );
  selection.move(-1, 9);
  expect(selection.active.value).toEqual({ row: 0, column: 1 });
});

it("stretches from where it began and shrinks again", () => {
  const selection = useSelection(
    () => 10,
    () => 5,
  );
  selection.go(4, 2);
  selection.move(2, 1, true);
  expect(selection.range.value).toEqual({ top: 4, bottom: 6, left: 2, right: 3 });
  selection.move(-3, 0, true);
  expect(selection.range.value).toEqual({ top: 3, bottom: 4, left: 2, right: 3 });
  expect(selection.active.value).toEqual({ row: 4, column: 2 });
});

it("takes whole rows", () => {
  const selection = useSelection(
    () => 10,
    () => 5,
  );
  selection.rows(2, 4);
  expect(selection.range.value).toEqual({ top: 2, bottom: 4, left: 0, right: 4 });
});
