import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Bench, Figure } from "./figure.ts";

type Chunk = { file: string; imports?: string[]; isEntry?: boolean; css?: string[] };
type Manifest = Record<string, Chunk>;

/** Budgets of first-load JavaScript in kB gzip, by route file; parts loaded on demand, such as the 3D viewer, count apart. */
const budgets: Record<"web" | "admin", Record<string, number>> = {
  web: {
    index: 125,
    pricing: 125,
    "legal.$document": 125,
    "legal.$document_.$version": 125,
    "legal.changes.$version": 125,
    "sign-in": 225,
    "sign-up": 225,
    create: 240,
    history: 230,
    "g.$generationId": 230,
    billing: 225,
    "orders.$orderId": 225,
    "developers.keys": 225,
    "developers.calls": 225,
  },
  admin: { "": 305 },
};
const cssBudget = 25;

/** Where the browser's part of each app is built. */
const folders = { web: "apps/web/dist/client/", admin: "apps/admin/dist/" } as const;

/**
 * First load of each route, built, against its budget: every script a first visitor's browser fetches before the page can
 * be used. A ratio of 1 is the budget itself.
 */
export const bundle: Bench = async (say) => {
  const figures: Figure[] = [];
  for (const app of ["web", "admin"] as const) {
    const folder = fileURLToPath(new URL(`../${folders[app]}`, import.meta.url));
    const manifest = readManifest(folder, say);
    if (manifest !== null) figures.push(...measure(app, folder, manifest));
  }
  return figures;
};

function readManifest(folder: string, say: (line: string) => void): Manifest | null {
  try {
    return JSON.parse(readFileSync(`${folder}.vite/manifest.json`, "utf8"));
  } catch {
    say(`bundle: ${folder} is not built; run pnpm build first`);
    return null;
  }
}

function measure(app: "web" | "admin", folder: string, manifest: Manifest): Figure[] {
  const size = (file: string) => gzipSync(readFileSync(folder + file)).length / 1000;
  const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry)?.[0] ?? "";
  const routes = app === "web" ? Object.keys(budgets.web) : routesOf(manifest);
  const figures = routes.map((route): Figure => {
    const own = Object.keys(manifest).filter((key) => key.startsWith(`src/routes/${route}.tsx`));
    const files = filesOf(manifest, [entry, ...own], scriptsOfDocument(folder));
    const value = [...files].reduce((sum, file) => sum + size(file), 0);
    const budget = budgets[app][route] ?? budgets[app][""] ?? 0;
    return {
      bench: "bundle",
      metric: `${app} ${route}`,
      value,
      unit: "kB gz",
      against: `${budget} kB`,
      ratio: value / budget,
      better: "lower",
    };
  });
  const css = (manifest[entry]?.css ?? []).reduce((sum, file) => sum + size(file), 0);
  figures.push({
    bench: "bundle",
    metric: `${app} CSS`,
    value: css,
    unit: "kB gz",
    against: `${cssBudget} kB`,
    ratio: css / cssBudget,
    better: "lower",
  });
  return figures;
}

/** What the document itself asks for: scripts, such as the theme's before first paint, and what it preloads. */
function scriptsOfDocument(folder: string): Set<string> {
  const document = readFileSync(`${folder}index.html`, "utf8");
  const tags = document.match(/<script\b[^>]*>|<link\b[^>]*\brel="modulepreload"[^>]*>/g) ?? [];
  return new Set(tags.flatMap((tag) => tag.match(/\b(?:src|href)="\/([^"]+)"/)?.[1] ?? []));
}

function routesOf(manifest: Manifest): string[] {
  const names = Object.keys(manifest).flatMap((key) => key.match(/^src\/routes\/(.+)\.tsx/)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The chunks a page needs before it can show: the entry's and the route's, with all they import, beside those known. */
function filesOf(manifest: Manifest, keys: readonly string[], known: ReadonlySet<string>): Set<string> {
  const walked = new Set<string>();
  const files = new Set(known);
  const walk = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || walked.has(key)) return;
    walked.add(key);
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) walk(imported);
  };
  for (const key of keys) walk(key);
  return files;
}
