import { expect, it } from "vitest";
import { findBreaches } from "./find-breaches.ts";

function problemsOf(sources: Record<string, string>): string[] {
  return findBreaches(Object.entries(sources)).map((breach) => breach.problem);
}

const breached: [promise: string, path: string, text: string, problem: RegExp][] = [
  [
    "policy does not know the database",
    "packages/policy/src/a.ts",
    `import { db } from "@covenant/db";`,
    /may not import db/,
  ],
  [
    "nothing that ships imports the sandbox",
    "apps/api/src/a.ts",
    `import "@covenant/sandbox";`,
    /may not import sandbox/,
  ],
  [
    "what ships does not import the test kit",
    "apps/api/src/a.ts",
    `import { x } from "@covenant/test-kit";`,
    /test-kit/,
  ],
  [
    "the web takes only types from the api",
    "apps/web/src/a.ts",
    `import { x } from "@covenant/api/web-router";`,
    /only types/,
  ],
  ["a lazy import counts", "apps/web/src/a.ts", `const x = await import("@covenant/policy");`, /may not import policy/],
  [
    "an import over several lines counts",
    "packages/ui/src/a.ts",
    `import {\n  a,\n  b,\n} from "@covenant/domain";`,
    /domain/,
  ],
  [
    "an export from elsewhere counts",
    "packages/ui/src/a.ts",
    `export * from "@covenant/domain";`,
    /may not import domain/,
  ],
  [
    "no path leads out of a package",
    "packages/db/src/a.ts",
    `import { x } from "../../policy/src/b.ts";`,
    /leaves the package/,
  ],
  [
    "a store is its slice's own",
    "apps/api/src/credits/a.ts",
    `import { x } from "../orders/order-store.ts";`,
    /store of orders/,
  ],
  [
    "a router is for the doors",
    "apps/api/src/credits/a.ts",
    `import { x } from "../orders/orders-admin-router.ts";`,
    /router/,
  ],
  [
    "jobs are for the queues",
    "apps/api/src/http/a.ts",
    `import { x } from "../orders/orders-jobs.ts";`,
    /jobs of orders/,
  ],
  [
    "slices of an app do not meet",
    "apps/admin/src/cases/A.tsx",
    `import { B } from "../orders/B.tsx";`,
    /may not import orders/,
  ],
  [
    "a slice does not know its route",
    "apps/web/src/orders/A.tsx",
    `import { Route } from "../routes/orders.tsx";`,
    /routes/,
  ],
  [
    "the shell knows no slice",
    "apps/web/src/shell/A.tsx",
    `import { B } from "../orders/B.tsx";`,
    /may not import orders/,
  ],
  ["only entries are called index", "apps/api/src/orders/index.ts", "", /called index/],
  ["lucia has one home", "apps/api/src/members/a.ts", `import { Lucia } from "lucia";`, /sessions/],
  ["the browser gets the small zod", "packages/domain/src/a.ts", `import * as z from "zod";`, /zod\/mini/],
  ["the environment has few readers", "apps/api/src/orders/a.ts", "const port = process.env.PORT;", /environment/],
  ["vitest stays in tests", "packages/db/src/a.ts", `import { it } from "vitest";`, /tests/],
];

it.each(breached)("%s", (_, path, text, problem) => {
  const problems = problemsOf({ [path]: text });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(problem);
});

const kept: [promise: string, path: string, text: string][] = [
  ["policy knows the domain", "packages/policy/src/a.ts", `import { x } from "@covenant/domain";`],
  ["the web takes types from the api", "apps/web/src/a.ts", `import type { X } from "@covenant/api/web-router";`],
  [
    "a test uses the test kit",
    "apps/api/src/a.test.ts",
    `import { x } from "@covenant/test-kit"; import { it } from "vitest";`,
  ],
  [
    "a slice calls another's command",
    "apps/api/src/cases/a.ts",
    `import { refundOrder } from "../orders/refund-order.ts";`,
  ],
  ["a slice uses its own store", "apps/api/src/orders/a.ts", `import { x } from "./order-store.ts";`],
  ["the door mounts routers", "apps/api/src/trpc/web-router.ts", `import { x } from "../orders/orders-web-router.ts";`],
  ["the worker's root file gathers jobs", "apps/api/src/worker.ts", `import { x } from "./orders/orders-jobs.ts";`],
  [
    "a route composes slices",
    "apps/web/src/routes/a.tsx",
    `import { A } from "../orders/A.tsx"; import { B } from "../models/B.tsx";`,
  ],
  ["lucia at home", "apps/api/src/sessions/a.ts", `import { Lucia } from "lucia";`],
  ["prose about an import", "packages/ui/src/a.ts", `// import { x } from "@covenant/db"; reads process.env`],
  ["an env.ts reads the environment", "apps/api/src/env.ts", "export const port = process.env.PORT;"],
];

it.each(kept)("allowed: %s", (_, path, text) => {
  expect(problemsOf({ [path]: text })).toEqual([]);
});

it("lets no slices need each other, and tells of each circle once", () => {
  const problems = problemsOf({
    "apps/api/src/orders/a.ts": `import { b } from "../credits/b.ts";`,
    "apps/api/src/credits/b.ts": `import { c } from "../members/c.ts";`,
    "apps/api/src/members/c.ts": `import { a } from "../orders/a.ts";`,
  });
  expect(problems).toEqual(["slices need each other: credits → members → orders → credits"]);
});
