import { expect, it } from "vitest";
import { asPercent, valueText } from "./figures";

it("a ratio becomes a percent by moving the point", () => {
  expect(["0.98494", "1", "0.5", "-0.0125", "12.3456", "0", "0.9700"].map(asPercent)).toEqual([
    "98.494%",
    "100%",
    "50%",
    "-1.25%",
    "1234.56%",
    "0%",
    "97%",
  ]);
});

it("a ratio that is no decimal stays as it is", () => {
  expect(asPercent("1/3")).toBe("1/3");
});

it("what is not given is a dash", () => {
  expect(valueText(null, "amount")).toBe("—");
});

it("amounts, points and truths are told by their kind", () => {
  expect([valueText("400", "amount"), valueText("9.85", "points"), valueText("true", "boolean")]).toEqual(["400 元", "9.85 分", "✓"]);
});
