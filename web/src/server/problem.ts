import type { Bilingual } from "../language/words";

/** One problem as the server tells it (application/problem+json). */
export interface Problem extends Bilingual {
  code: string;
  field: string;
  adviceZh: string;
  adviceEn: string;
}

/** The server understood and refused; `problems` says at which field and what to do. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problems: readonly Problem[],
  ) {
    super(problems[0]?.en ?? `status ${status}`);
    this.name = "Refused";
  }

  get code(): string {
    return this.problems[0]?.code ?? "";
  }

  at(field: string): Problem | undefined {
    return this.problems.find((problem) => problem.field === field);
  }
}

/** No answer came. */
export class Unreachable extends Error {
  constructor() {
    super("no answer");
    this.name = "Unreachable";
  }
}

/** A problem that the page itself noticed. */
export function ownProblem(code: string, zh: string, en: string, adviceZh = "", adviceEn = ""): Problem {
  return { code, field: "", zh, en, adviceZh, adviceEn };
}

const NO_ANSWER = ownProblem(
  "no-answer",
  "服务器没有应答。",
  "The server does not answer.",
  "请检查网络；已填的内容保存在本机，连接恢复后会继续保存。",
  "Check the network; what you typed is kept on this computer and will be saved when the connection is back.",
);

const UNEXPECTED = ownProblem(
  "unexpected",
  "出现了没有料到的问题。",
  "Something unexpected went wrong.",
  "请刷新页面再试；如再次出现，请告知系统管理员。",
  "Reload the page and try again; if it comes back, tell the system administrator.",
);

/** Whatever was thrown, as something to show. */
export function problemsOf(failure: unknown): readonly Problem[] {
  if (failure instanceof Refused && failure.problems.length > 0) {
    return failure.problems;
  }
  return [failure instanceof Unreachable ? NO_ANSWER : UNEXPECTED];
}

interface Body {
  code?: unknown;
  problems?: unknown;
}

/** Reads an answer that is no success. */
export async function refusal(response: Response): Promise<Refused> {
  let body: Body = {};
  try {
    body = (await response.json()) as Body;
  } catch {
    // Not from the application; the status alone must do.
  }
  const problems = Array.isArray(body.problems) ? (body.problems as Problem[]) : [];
  return new Refused(response.status, problems.length > 0 ? problems : [unnamed(response.status)]);
}

function unnamed(status: number): Problem {
  return ownProblem(
    `status-${status}`,
    `服务器没有接受这个请求（状态 ${status}）。`,
    `The server did not accept the request (status ${status}).`,
    "请刷新页面再试；如再次出现，请告知系统管理员。",
    "Reload the page and try again; if it comes back, tell the system administrator.",
  );
}
