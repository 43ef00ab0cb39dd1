import { afterEach, describe, expect, it } from "vitest";
import { aside, called, language, listed } from "./words";

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
