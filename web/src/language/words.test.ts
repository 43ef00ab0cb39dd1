import { afterEach, describe, expect, it } from "vitest";
import vocabulary from "../../../kernel/src/main/resources/org/jizhun/kernel/fact/vocabulary.yaml?raw";
import { aside, called, fill, language, listed, sentence } from "./words";

afterEach(() => {
  language.value = "zh";
});

describe("names in both languages", () => {
  it("takes a name apart in English, where it has no better one", () => {
    language.value = "en";
    expect(called({ name: "staffInPost", label: "实有人数" })).toBe("Staff in post");
    expect(called({ name: "isNew", label: "是否新增项目" })).toBe("New project");
    language.value = "zh";
    expect(called({ name: "isNew", label: "是否新增项目" })).toBe("是否新增项目");
  });

  it("has the same English names as the vocabulary that messages are written with", () => {
    const columns = [...vocabulary.matchAll(/\{name: (\w+), label: [^,]+, en: (?:"([^"]+)"|([^,]+)),/g)];
    expect(columns.length).toBeGreaterThan(10);
    language.value = "en";
    for (const [, name = "", quoted, plain] of columns) {
      expect(called({ name, label: "" })).toBe(quoted ?? plain);
    }
  });

  it("says one otherwise than several", () => {
    const text = "{count} {count|row is|rows are} wrong in {sheet}";
    expect(fill(text, { count: 1, sheet: "goals" })).toBe("1 row is wrong in goals");
    expect(fill(text, { count: "0", sheet: "{count}" })).toBe("0 rows are wrong in {count}");
  });

  it("makes a sentence of a text of the catalogue", () => {
    expect(sentence("必须填写")).toBe("必须填写。");
    language.value = "en";
    expect(sentence("the text says “{stated}”")).toBe("The text says “{stated}”.");
    expect(sentence("e.g. 2025-03")).toBe("e.g. 2025-03.");
    expect(sentence("“goals” has no column")).toBe("“goals” has no column.");
  });

  it("lists things as the language does", () => {
    expect(listed(["填报人", "审核人"])).toBe("填报人、审核人");
    language.value = "en";
    expect(listed(["Preparer", "Reviewer"])).toBe("Preparer, Reviewer");
  });

  it("puts into the brackets of the language what is said by the way", () => {
    expect("9.88" + aside("98.80%")).toBe("9.88（98.80%）");
    language.value = "en";
    expect("9.88" + aside("98.80%")).toBe("9.88 (98.80%)");
  });
});
