import { expect, it } from "vitest";
import { readSource } from "../imports/source-file.ts";
import { findAdapters } from "./find-adapters.ts";

const adapters = (sources: Record<string, string>) =>
  findAdapters(Object.entries(sources).map(([path, text]) => readSource(path, text)));

it("finds the adapters there are, and each says whom it reaches", () => {
  expect(findAdapters()).toEqual([
    { path: "apps/api/src/artifacts", recipient: "object-storage" },
    { path: "apps/api/src/mail", recipient: "resend" },
    { path: "apps/api/src/payments", recipient: "stripe" },
    { path: "packages/providers/src/adapters/fal", recipient: "fal" },
    { path: "packages/providers/src/adapters/gemini", recipient: "model-makers" },
    { path: "packages/providers/src/adapters/meshy", recipient: "model-makers" },
    { path: "packages/providers/src/adapters/openai", recipient: "openai" },
    { path: "packages/providers/src/adapters/openai", recipient: "model-makers" },
  ]);
});

it.each([
  ["an adapter that calls as the others do", "packages/providers/src/adapters/far/far.ts", "await callUpstream({})"],
  ["one that submits as the others do", "packages/providers/src/adapters/far/far.ts", "return submitOnce({})"],
  ["a fetch of its own", "apps/api/src/orders/tell.ts", "await fetch(address)"],
  ["a package nobody has looked at", "apps/api/src/mail-list/add.ts", `import { add } from "newsletter";`],
  ["a module of Node that talks", "packages/db/src/copy.ts", `import { request } from "node:https";`],
])("names one that does not say: %s", (_, path, text) => {
  expect(adapters({ [path]: text })).toEqual([{ path: path.replace(/\/[^/]+$/, ""), recipient: null }]);
});

it("takes a declaration from any file of the folder", () => {
  const folder = "packages/providers/src/adapters/far";
  expect(
    adapters({
      [`${folder}/submit.ts`]: "await callUpstream({})",
      [`${folder}/far.ts`]: `return { id: "far", recipient: "stripe" };`,
    }),
  ).toEqual([{ path: folder, recipient: "stripe" }]);
});

it.each([
  ["a type alone", "apps/api/src/orders/a.ts", `import type { Stripe } from "stripe";`],
  ["a test", "apps/api/src/orders/a.test.ts", "await fetch(address)"],
  ["a package that stays here", "apps/api/src/orders/a.ts", `import sharp from "sharp";`],
  ["our own queue", "packages/db/src/a.ts", `import { Queue } from "bullmq";`],
  ["what runs in a browser", "apps/web/src/a.ts", "await fetch(address)"],
])("does not count %s", (_, path, text) => {
  expect(adapters({ [path]: text })).toEqual([]);
});
