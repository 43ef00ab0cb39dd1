import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import type { Account, DemoServer } from "./server";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS });
}

/** One person at a computer of their own; what the page reports as a fault is kept. */
export class Person {
  readonly faults: string[] = [];

  private constructor(
    readonly server: DemoServer,
    readonly account: Account,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on("pageerror", (error) => this.faults.push(String(error)));
    page.on("console", (message) => {
      // The browser itself reports answers such as 401 or a server that is away; a broken policy or script is ours.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        this.faults.push(message.text());
      }
    });
  }

  static async with(browser: Browser, server: DemoServer, role: string): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: "zh-CN",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    return new Person(server, server.account(role), context, await context.newPage());
  }

  /** From the list of demo accounts on the sign-in page to the desk. */
  async signIn(): Promise<this> {
    await this.page.goto(`${this.server.address}/sign-in`);
    await this.page.click(`[data-login="${this.account.login}"]`);
    await this.page.waitForURL("**/desk");
    return this;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.server.address + path);
  }

  /** A cell of the grid that is on the screen; both counted from 0. */
  cell(row: number, column: number): Locator {
    return this.page.locator(`.cell[data-row="${row}"][data-column="${column}"]`);
  }

  async type(row: number, column: number, text: string): Promise<void> {
    await this.cell(row, column).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  async text(row: number, column: number): Promise<string> {
    return ((await this.cell(row, column).textContent()) ?? "").trim();
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((block) => navigator.clipboard.writeText(block), text);
    await this.page.keyboard.press("Control+v");
  }

  async saved(): Promise<void> {
    await this.status("已保存");
  }

  async status(words: string): Promise<void> {
    await this.page.locator("[data-testid=save-status]", { hasText: words }).waitFor({ timeout: 30_000 });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
