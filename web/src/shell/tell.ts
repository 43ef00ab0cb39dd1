import { ElMessage } from "element-plus";
import { advised, said, sentence } from "../language/words";
import { problemsOf } from "../server/problem";

/** Says something that went well, for a moment. */
export function tell(text: string): void {
  ElMessage({ message: text, type: "success", duration: 2500 });
}

/** Says what went wrong where no form is at hand to show it. */
export function tellProblems(failure: unknown): void {
  for (const problem of problemsOf(failure)) {
    ElMessage({ message: `${sentence(said(problem))} ${advised(problem)}`, type: "error", duration: 8000, showClose: true });
  }
}

/** Runs an action of a button; what goes wrong is told. */
export async function attempt(action: () => Promise<void>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (failure) {
    tellProblems(failure);
    return false;
  }
}
