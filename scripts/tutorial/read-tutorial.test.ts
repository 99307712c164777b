import { expect, it } from "vitest";
import { addLines, readTutorial } from "./read-tutorial.ts";

const page = [
  "Words.",
  "",
  "```ts a/b.ts",
  "const c = 1;",
  "```",
  "",
  "```diff a/d.ts",
  " kept",
  "+added",
  "```",
  "",
  "```sh",
  "one",
  "two",
  "```",
  "",
];

it("reads files, lines to add and commands, in their order", () => {
  expect(readTutorial(page.join("\n"))).toEqual([
    { kind: "write", path: "a/b.ts", text: "const c = 1;\n" },
    { kind: "add", path: "a/d.ts", lines: [" kept", "+added"] },
    { kind: "run", commands: ["one", "two"] },
  ]);
});

it("refuses a block that nobody would try", () => {
  expect(() => readTutorial("```ts\nconst c = 1;\n```\n")).toThrow("names no file");
});

it("adds lines where their neighbours stand, before or behind", () => {
  expect(addLines("one\ntwo\n", [" one", "+new"])).toBe("one\nnew\ntwo\n");
  expect(addLines("one\ntwo\n", ["+new", " two"])).toBe("one\nnew\ntwo\n");
});

it.each([
  ["gone", "three\n", 0],
  ["not the only ones", "one\none\n", 2],
])("says where neighbours are %s", (_, text, times) => {
  expect(() => addLines(text, [" one", "+new"])).toThrow(`stand there ${times} times`);
});
