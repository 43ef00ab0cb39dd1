import { ask } from "../server/call";

/** Fetches a file and hands it to the browser's downloads; refusals are thrown like any other. */
export async function download(path: string, name: string): Promise<void> {
  const response = await ask("GET", path);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
