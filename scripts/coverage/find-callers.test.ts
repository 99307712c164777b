import * as policy from "@covenant/policy";
import { expect, it } from "vitest";
import { readSource } from "../imports/source-file.ts";
import { findCallers } from "./find-callers.ts";

const asks = 'import { ruleOnLiabilityCap } from "@covenant/policy";\nconst owed = ruleOnLiabilityCap({});\n';
const callers = (path: string, text = asks) => findCallers([readSource(path, text)]).liabilityCap;

it("finds who asks a question", () => {
  expect(callers("apps/api/src/loss/say-cap.ts")).toEqual(["apps/api/src/loss/say-cap.ts"]);
});

it("takes no test, no seed, no rule and no mere import for one who asks", () => {
  expect(callers("apps/api/src/loss/say-cap.test.ts")).toEqual([]);
  expect(callers("apps/api/src/seed/loss.ts")).toEqual([]);
  expect(callers("packages/policy/src/liability/rule.ts")).toEqual([]);
  expect(callers("apps/api/src/loss/type.ts", 'import { ruleOnLiabilityCap } from "@covenant/policy";')).toEqual([]);
  expect(callers("apps/api/src/loss/prose.ts", `${asks.split("\n")[0]}\n// ruleOnLiabilityCap({})`)).toEqual([]);
});

it("knows questions by names that the package has", () => {
  for (const name of Object.values(policy.doors).flat()) expect(Object.keys(policy), name).toContain(name);
});

it("sees in this repository that blocks are ruled on, and who does it", () => {
  expect(findCallers().settlement).toContain("apps/api/src/generations/end-generation.ts");
});
