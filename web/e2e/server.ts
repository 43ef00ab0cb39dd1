import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HOME = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const READY = /http:\/\/127\.0\.0\.1:(\d+)\//;
const PATIENCE = 280_000;

export interface Account {
  login: string;
  name: string;
  roles: string[];
  password: string;
}

/** A demo server with a database of its own, which goes away with it. */
export class DemoServer {
  private process: ChildProcess | null = null;
  private port = "0";
  private readonly data = mkdtempSync(join(tmpdir(), "jizhun-e2e-"));
  accounts: Account[] = [];

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, on the same port as before if it ran already. JIZHUN_PORT names one that somebody else started. */
  async start(): Promise<void> {
    this.port = process.env["JIZHUN_PORT"] ?? this.port;
    if (process.env["JIZHUN_PORT"] === undefined) {
      await this.run();
    }
    const answer = await fetch(`${this.address}/api/demo`);
    this.accounts = ((await answer.json()) as { accounts: Account[] }).accounts;
  }

  /** Whether it may be stopped and started by a test. */
  get isOwn(): boolean {
    return process.env["JIZHUN_PORT"] === undefined;
  }

  private async run(): Promise<void> {
    const child = spawn(join(HOME, "jizhun"), ["serve", "--demo", "--data", join(this.data, "db"), "--port", this.port, "--lang", "en"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    this.port = await new Promise<string>((ready, failed) => {
      let said = "";
      const patience = setTimeout(() => failed(new Error(`not ready in time:\n${said}`)), PATIENCE);
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        const port = READY.exec(said)?.[1];
        if (port !== undefined) {
          clearTimeout(patience);
          ready(port);
        }
      };
      child.stdout?.on("data", listen);
      child.stderr?.on("data", listen);
      child.on("exit", (code) => failed(new Error(`ended with ${code}:\n${said}`)));
    });
  }

  account(role: string): Account {
    const found = this.accounts.find((each) => each.roles.includes(role));
    if (found === undefined) {
      throw new Error(`the demo has no ${role}`);
    }
    return found;
  }

  /** Ends it; the data stay for another start. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.process;
    this.process = null;
    if (child !== null && child.exitCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill(signal);
      await ended;
    }
  }

  /** The database outlives a server that was killed; a test that failed in between leaves it to us. */
  private endDatabase(): void {
    const lock = join(this.data, "db", "database", "postmaster.pid");
    if (existsSync(lock)) {
      process.kill(Number(readFileSync(lock, "utf8").split("\n")[0]), "SIGINT");
    }
  }

  async remove(): Promise<void> {
    await this.stop();
    this.endDatabase();
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
  }
}
