import { language } from "../language/words";
import type { AuditFinding, Finding } from "../server/types";

/** What a finding says in the present language, whichever way the server tells it: both at once, or one with the other beside. */
export function message(finding: Finding | AuditFinding): string {
  if ("zh" in finding) {
    return language.value === "en" ? finding.en : finding.zh;
  }
  return language.value === "en" && finding.messageEn ? finding.messageEn : finding.message;
}

/** What to do about it; empty where nothing is told. */
export function advice(finding: Finding | AuditFinding): string {
  if ("zh" in finding) {
    return language.value === "en" ? finding.adviceEn : finding.adviceZh;
  }
  return (language.value === "en" && finding.explanationEn ? finding.explanationEn : finding.explanation) ?? "";
}
