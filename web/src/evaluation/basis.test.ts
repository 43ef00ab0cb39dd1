import { describe, expect, it } from "vitest";
import { inEnglish } from "./basis";

const schemes = import.meta.glob<string>("../../../schemes/*/*/**/*.yaml", { query: "?raw", import: "default", eager: true });

describe("where rules come from", () => {
  it("is said in English too, for every scheme", () => {
    const texts = Object.values(schemes).flatMap((yaml) => [...yaml.matchAll(/^ +(?:source|provenance): (.+)$/gm)].map((match) => match[1] ?? ""));
    expect(texts.length).toBeGreaterThan(100);
    for (const text of new Set(texts.map((each) => each.replace(/^"(.*)"$/, "$1")))) {
      expect(inEnglish(text), text).toBeDefined();
    }
  });
});
