import { computed, ref, shallowRef } from "vue";
import { postPlainly, readQuietly, whenSignedOut } from "../server/call";
import { forgetAll } from "../server/query";
import type { Me } from "../server/types";

/** Who is signed in; null for nobody, undefined before the server was asked. */
export const me = shallowRef<Me | null>();

/** Whether the dialog for signing in again stands over the page. */
export const mustSignInAgain = ref(false);

let waiting: (() => void)[] = [];

whenSignedOut(() => {
  mustSignInAgain.value = true;
  return new Promise((done) => waiting.push(done));
});

export async function findOut(): Promise<Me | null> {
  const found = await readQuietly<Me>("/api/me");
  if (found?.id !== me.value?.id) {
    forgetAll();
  }
  me.value = found;
  return found;
}

export async function signIn(login: string, password: string, code: string): Promise<Me | null> {
  await postPlainly("/api/sign-in", code === "" ? { login, password } : { login, password, code });
  return findOut();
}

/** After signing in again over a page: what was waiting goes on. */
export function goOn(): void {
  mustSignInAgain.value = false;
  const all = waiting;
  waiting = [];
  all.forEach((done) => done());
}

export async function signOut(): Promise<void> {
  await postPlainly("/api/sign-out", {});
  me.value = null;
  forgetAll();
}

export function has(...roles: string[]): boolean {
  return me.value?.roles.some((role) => roles.includes(role)) ?? false;
}

export const isAdministrator = computed(() => has("system-administrator", "security-administrator", "audit-administrator"));
