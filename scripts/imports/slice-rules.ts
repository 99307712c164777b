import { posix } from "node:path";
import { type Breach, isTest, type SourceFile } from "./source-file.ts";

const api = "apps/api/src/";

/** Folders of apps/api that every slice stands on. All others are slices. */
const ground = new Set(["http", "trpc", "queues", "sessions", "limits", "live", "sealing", "testing", "seed"]);

/** Who may reach into a slice for something other than a command. The root files assemble, so they may. */
const doors: Record<string, string[]> = { router: ["http", "trpc"], jobs: ["queues"], store: ["seed"] };

/** Inside apps/api: a slice calls another's command; its store, router and jobs are its own. */
export function sliceBreaches(file: SourceFile): Breach[] {
  if (!file.path.startsWith(api) || isTest(file.path)) return [];
  return linksOf(file).flatMap(({ from, to, target }) => {
    const part = target.match(/-(store|router|jobs)\.ts$/)?.[1];
    if (from === to || !to || from === "" || !part) return [];
    const mayEnter = doors[part]?.includes(from);
    return mayEnter
      ? []
      : [{ path: file.path, problem: `${from} may not use the ${part} of ${to}: call a command of it` }];
  });
}

/** Slices that need each other, each cycle once, as `orders → credits → orders`. There is none, and none may come. */
export function sliceCycles(files: SourceFile[]): Breach[] {
  const needs = new Map<string, Set<string>>();
  const inside = files.filter((file) => file.path.startsWith(api) && !isTest(file.path));
  for (const { from, to } of inside.flatMap(linksOf)) {
    if (!from || !to || from === to || ground.has(from) || ground.has(to)) continue;
    needs.set(from, (needs.get(from) ?? new Set()).add(to));
  }
  const cycles = new Set([...needs.keys()].flatMap((start) => cycleThrough(start, needs)));
  return [...cycles].map((cycle) => ({ path: api, problem: `slices need each other: ${cycle}` }));
}

/** The shortest way from a slice back to itself, told from its first name in the alphabet; none when there is none. */
function cycleThrough(start: string, needs: Map<string, Set<string>>): string[] {
  const paths = [[start]];
  const seen = new Set<string>();
  for (let path = paths.shift(); path; path = paths.shift()) {
    for (const next of needs.get(path.at(-1) ?? "") ?? []) {
      if (next === start) return [told(path)];
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return [];
}

function told(cycle: string[]): string {
  const first = cycle.indexOf([...cycle].sort()[0] ?? "");
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...turned, turned[0]].join(" → ");
}

function linksOf(file: SourceFile) {
  const from = folderOf(file.path);
  return file.imports
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier }) => posix.join(posix.dirname(file.path), specifier))
    .filter((target) => target.startsWith(api))
    .map((target) => ({ from, to: folderOf(target), target }));
}

/** The folder right under src; empty for a file of src itself. */
function folderOf(path: string): string {
  return path.slice(api.length).match(/^([^/]+)\//)?.[1] ?? "";
}
