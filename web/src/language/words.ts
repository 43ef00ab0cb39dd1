import { ref, watchEffect } from "vue";

export type Language = "zh" | "en";

const KEPT = "jizhun.language";

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "zh" || kept === "en") {
    return kept;
  }
  return navigator.language.startsWith("en") ? "en" : "zh";
}

/** The language of the pages; every text read through `words` follows it. */
export const language = ref<Language>(typeof localStorage === "undefined" ? "zh" : first());

if (typeof localStorage !== "undefined") {
  watchEffect(() => {
    localStorage.setItem(KEPT, language.value);
    document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
  });
}

type Pair = readonly [zh: string, en: string];

/** The texts of one folder, Chinese and English beside each other; each is read in the present language. */
export function words<T extends Readonly<Record<string, Pair>>>(table: T): { readonly [K in keyof T]: string } {
  const view: Record<string, string> = {};
  for (const [name, pair] of Object.entries(table)) {
    Object.defineProperty(view, name, { enumerable: true, get: () => pair[language.value === "zh" ? 0 : 1] });
  }
  return view as { readonly [K in keyof T]: string };
}

/** Puts values into the places written {name}; {count|row is|rows are} is the one or the other, as the value is 1 or not. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (place, name: string, one?: string, several?: string) =>
    one === undefined ? String(values[name] ?? place) : ((String(values[name]) === "1" ? one : several) ?? place),
  );
}

/** Something said by the way, in the brackets of the language. */
export function aside(text: string): string {
  return language.value === "zh" ? `（${text}）` : ` (${text})`;
}

/** What the server says in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

export function said(text: Bilingual): string {
  return language.value === "zh" ? text.zh : text.en || text.zh;
}

export function advised(text: { adviceZh?: string; adviceEn?: string }): string {
  return (language.value === "zh" ? text.adviceZh : text.adviceEn || text.adviceZh) ?? "";
}

/** A text of the catalogue as a sentence of its own; in English with a capital, unless it begins with what is no word. */
export function sentence(text: string): string {
  const begun = language.value === "en" && /^[a-z]+[ ,’']/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[。！？.!?：:]$/.test(begun) ? begun : begun + (language.value === "zh" ? "。" : ".");
}

/** English names that do not come out of the words of the identifier. */
const ENGLISH: Readonly<Record<string, string>> = {
  indicatorsOutputStated: "Output indicators, as stated",
  indicatorsBenefitStated: "Benefit indicators, as stated",
  actualText: "What was reached",
  targetText: "Target in words",
  isNew: "New project",
  exAnteEvaluated: "Evaluated beforehand",
  termsMatch: "As in the tender",
  smallBusinessRequired: "Due to small businesses",
  smallBusinessReserved: "Given to small businesses",
  prescribedPlace: "In the prescribed place",
  assetReportMatches: "Asset report agrees with the books",
  schemeId: "Scheme",
};

/** Several things in one line, such as the roles of a person. */
export function listed(names: readonly string[]): string {
  return names.join(language.value === "zh" ? "、" : ", ");
}

/** What a register or column is called: its label in Chinese, its name taken apart into words in English. */
export function called(named: { readonly name: string; readonly label: string }): string {
  if (language.value === "zh") {
    return named.label;
  }
  const known = ENGLISH[named.name];
  if (known !== undefined) {
    return known;
  }
  const spaced = named.name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A word of the server such as a state, in the present language; the word itself where the table lacks it. */
export function named(table: Readonly<Record<string, string>>, word: string): string {
  return table[word] ?? word;
}
