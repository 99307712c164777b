import { posix } from "node:path";
import type { Breach, SourceFile } from "./source-file.ts";

/** Floors of an app, from the top. A file may use its own floor's folder and every lower floor. */
const floors = { routes: 3, slice: 2, shell: 1, api: 0 };

/** Inside apps/web and apps/admin: route → slice → shell → api, and no slice knows another. */
export function appBreaches(file: SourceFile): Breach[] {
  const app = file.path.match(/^apps\/(?:web|admin)\/src\//)?.[0];
  if (!app) return [];
  const from = folderOf(file.path, app);
  if (from === "") return []; // main.tsx and paths.ts assemble.
  return file.imports
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier }) => posix.join(posix.dirname(file.path), specifier))
    .filter((target) => target.startsWith(app))
    .map((target) => folderOf(target, app))
    .filter((to) => to !== "" && to !== from && floorOf(to) >= floorOf(from))
    .map((to) => ({ path: file.path, problem: `${from} may not import ${to}: a route puts them together` }));
}

function floorOf(folder: string): number {
  if (folder === "routes" || folder === "shell" || folder === "api") return floors[folder];
  return floors.slice;
}

function folderOf(path: string, app: string): string {
  return path.slice(app.length).match(/^([^/]+)\//)?.[1] ?? "";
}
