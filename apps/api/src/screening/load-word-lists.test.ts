import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sayHit, screenPrompt } from "@covenant/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigurationError } from "../env.ts";
import { viewGeneration } from "../generations/view-generation.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { loadWordLists } from "./load-word-lists.ts";

const zorgonese = "name: house\nlocale: en\n\nhate 0.95: Zorgon pest\ninnocent: zorgon pest control\n";

/** A folder as an operator has it: file names and what they hold. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "lists-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("a prompt with an operator's term in it", () => {
  let studio: TestStudio;
  const logged: string[] = [];
  beforeAll(async () => {
    const wordListsOf = loadWordLists({
      SCREENING_LISTS: folderOf({ "house.list": zorgonese, "notes.md": "no list" }),
    });
    studio = await testStudio({ wordListsOf });
    for (const level of ["info", "warn", "error"] as const) {
      studio.deps.log[level] = (...said: unknown[]) => void logged.push(JSON.stringify(said));
    }
  });
  afterAll(() => studio.deps.close());

  it("is blocked in its category, and its ruling says where the term stands and never the term", async () => {
    const actor = await studio.member(500);
    const generationId = await studio.request(actor, { prompt: "a Z0RG0N  pest in the rain" });
    const view = await viewGeneration(studio.deps, actor, generationId);
    expect(view).toMatchObject({ state: "blocked", reason: "prompt-blocked", category: "hate" });
    const ruling = await studio.deps.db.rows.ruling.findFirstOrThrow({
      where: { generationId, question: "promptScreening" },
    });
    expect(ruling.staffExplanation).toContain("characters 3 to 14, hate 1 of the list house");
    expect(ruling.facts).toMatchObject({
      signals: [{ source: "screening", category: "hate", confidence: 0.95 }],
      hits: [{ category: "hate", terms: [{ list: "house", group: "hate", term: 0, start: 2, end: 14 }] }],
    });
    expect(JSON.stringify([ruling, logged])).not.toMatch(/z[o0]rg[o0]n/i);
  });

  it("passes where the operator calls it innocent, and runs", async () => {
    const actor = await studio.member(500);
    const generationId = await studio.request(actor, { prompt: "a van of Zorgon Pest Control" });
    expect((await viewGeneration(studio.deps, actor, generationId)).state).toBe("queued");
  });
});

describe("the lists of each storefront", () => {
  const listsOf = loadWordLists({ SCREENING_LISTS: undefined });

  it("are English and those of its languages, with the libraries' words", () => {
    const namesAt = (storefront: Parameters<typeof listsOf>[0]) => listsOf(storefront).map(({ name }) => name);
    expect(namesAt("apimodels")).toEqual(["built-in", "built-in-zh", "library-en", "library-zh"]);
    expect(namesAt("image-ai-run")).toContain("library-de");
  });

  it("name the place of a hit in words that do not repeat it", () => {
    const prompt = "a pipe bomb on a table";
    const [hit] = screenPrompt("apimodels", prompt, listsOf("apimodels")).hits;
    expect(hit && sayHit(hit)).toMatch(/^Our screening found illegal goods or acts \(0\.90\): characters 3 to 11,/);
    expect(hit && sayHit(hit)).not.toMatch(/bomb/);
  });
});

it.each<[string, Record<string, string>, string]>([
  ["a mistake", { "a.list": zorgonese, "b.list": "name: b\nlocale: en\nsekret" }, "b.list, line 3: "],
  ["a name twice", { "a.list": zorgonese, "b.list": zorgonese }, "b.list: another file has a list of this name"],
  ["no list", { "readme.txt": "sekret" }, "holds no file that ends in .list"],
])("does not start with %s in the folder, and says where without repeating it", (_, files, said) => {
  const loading = () => loadWordLists({ SCREENING_LISTS: folderOf(files) });
  expect(loading).toThrow(ConfigurationError);
  expect(loading).toThrow(said);
  expect(loading).not.toThrow(/sekret|zorgon/i);
});

it("does not start with a folder that is not there", () => {
  expect(() => loadWordLists({ SCREENING_LISTS: "/nowhere" })).toThrow("SCREENING_LISTS: /nowhere is no folder");
});
