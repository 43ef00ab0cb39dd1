import { ref } from "vue";
import { ownProblem, Refused, refusal, Unreachable } from "./problem";

/** Whether the server answered the last time it was asked. */
export const connected = ref(true);

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Asked when the session has ended; answers when somebody signed in again. Set by `session`. */
let signInAgain: () => Promise<void> = () => Promise.resolve();

export function whenSignedOut(ask: () => Promise<void>): void {
  signInAgain = ask;
}

function token(): string | undefined {
  return document.cookie
    .split("; ")
    .find((cookie) => cookie.startsWith("XSRF-TOKEN="))
    ?.slice("XSRF-TOKEN=".length);
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function send(method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json, application/problem+json" };
  if (method !== "GET" && token() === undefined) {
    await fetch("/api/me").catch(() => undefined); // brings the token against forged requests
  }
  const present = token();
  if (method !== "GET" && present !== undefined) {
    headers["X-XSRF-TOKEN"] = present;
  }
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) {
    headers["Content-Type"] = "application/json";
  }
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
      credentials: "same-origin",
      signal: signal ?? null,
    });
    // A proxy before a server that is being restarted answers like this.
    if (response.status === 502 || response.status === 503 || response.status === 504) {
      throw new Unreachable();
    }
    connected.value = true;
    return response;
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    connected.value = false;
    throw new Unreachable();
  }
}

const PAUSES = [300, 1000, 2500];

async function sendPatiently(method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  for (const pause of method === "GET" ? PAUSES : []) {
    try {
      return await send(method, path, body, signal);
    } catch (failure) {
      if (!(failure instanceof Unreachable)) {
        throw failure;
      }
      await wait(pause);
    }
  }
  return send(method, path, body, signal);
}

/**
 * Asks the server. Reading is tried again when no answer comes; a session that has ended is renewed by signing in over the
 * page, and the request then goes out again.
 *
 * @throws Refused with what is wrong at which field
 * @throws Unreachable when no answer comes; whether a writing was carried out is then not known
 */
export async function ask(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  let response = await sendPatiently(method, path, body, signal);
  if (!response.ok) {
    let refused = await refusal(response.clone());
    if (refused.code === "request-token-missing") {
      await fetch("/api/me").catch(() => undefined);
      response = await sendPatiently(method, path, body, signal);
      if (response.ok) {
        return response;
      }
      refused = await refusal(response.clone());
    }
    if (refused.code === "sign-in-needed") {
      await signInAgain();
      return ask(method, path, body, signal);
    }
    throw refused;
  }
  return response;
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return json<T>(await ask("GET", path, undefined, signal));
}

export async function post<T = void>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<T> {
  return json<T>(await ask("POST", path, body, signal));
}

export async function put<T = void>(path: string, body: unknown): Promise<T> {
  return json<T>(await ask("PUT", path, body));
}

export async function remove<T = void>(path: string, body?: unknown): Promise<T> {
  return json<T>(await ask("DELETE", path, body));
}

/** Like `read`, without asking anybody to sign in: for finding out who is there. */
export async function readQuietly<T>(path: string): Promise<T | null> {
  const response = await sendPatiently("GET", path, undefined);
  if (response.status === 401) {
    return null;
  }
  if (!response.ok) {
    throw await refusal(response);
  }
  return json<T>(response);
}

/** A POST whose refusal is the business of the caller, also when it says that one must sign in. */
export async function postPlainly<T = void>(path: string, body: unknown): Promise<T> {
  let response = await send("POST", path, body);
  if (response.status === 403) {
    const refused = await refusal(response.clone());
    if (refused instanceof Refused && refused.code === "request-token-missing") {
      await fetch("/api/me").catch(() => undefined);
      response = await send("POST", path, body);
    }
  }
  if (!response.ok) {
    throw await refusal(response);
  }
  return json<T>(response);
}

/** As the server has it (application.properties); a larger file is not sent at all. */
const LARGEST_FILE = 50 * 1024 * 1024;
const TOO_LARGE = ownProblem(
  "request-too-large",
  "文件太大，最大 50 MB。",
  "The file is too large; it may have 50 MB.",
  "压缩图片或拆分文件后再上传。",
  "Compress pictures or split the file.",
);

/** Sends one file with its fields. */
export async function upload<T>(path: string, file: File, fields: Readonly<Record<string, string>> = {}): Promise<T> {
  if (file.size > LARGEST_FILE) {
    throw new Refused(413, [TOO_LARGE]);
  }
  const form = new FormData();
  form.append("file", file);
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  return json<T>(await ask("POST", path, form));
}
