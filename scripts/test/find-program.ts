import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of the first of these programs that is installed; names are looked for on the PATH. `null` when none is. */
export function findProgram(candidates: string[], path = process.env.PATH ?? ""): string | null {
  const folders = path.split(delimiter).filter(Boolean);
  const places = candidates.flatMap((name) =>
    name.includes("/") ? [name] : folders.map((folder) => join(folder, name)),
  );
  return places.find(isExecutable) ?? null;
}

/** CHROMIUM_PATH, else the usual names and places of Chromium and Chrome. */
export function findChromium(): string | null {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const mac = ["Chromium", "Google Chrome"].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  return process.env.CHROMIUM_PATH ? findProgram([process.env.CHROMIUM_PATH]) : findProgram([...names, ...mac]);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
