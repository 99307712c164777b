import { readFileSync } from "node:fs";
import type { Offers } from "@covenant/domain";
import { recipientIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { packs } from "../packs/packs.ts";
import { inventoryIn, recipientsOf } from "./inventory-of.ts";
import { keptDays } from "./kept-days.ts";
import { entries, technical } from "./register.ts";
import { registerFaults } from "./register-faults.ts";
import { statementFaults } from "./statement-faults.ts";

const everything: Offers = {
  has: ["uploads", "api-keys", "plans", "alipay", "fal", "model-makers"],
  makers: ["Google", "OpenAI"],
};
const little: Offers = { has: ["fal"], makers: [] };
const versions = Object.values(packs).flatMap(({ privacy, versions }) => versions.map((terms) => ({ terms, privacy })));
const shopOf = (storefront: keyof typeof packs, offers: Offers) => {
  const [terms] = packs[storefront].versions;
  if (terms === undefined) throw new Error(`${storefront} has no terms`);
  return { terms, privacy: packs[storefront].privacy, offers };
};
const columns = [...entries, ...technical].flatMap((part) => part.columns);

describe("the register", () => {
  it("has each entry once, with words, and every column once", () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { what, why } of entries) for (const words of [what, why]) expect(words).toMatch(/^[A-Z].{10,}/);
    expect(registerFaults({ columns, adapters: [] })).toEqual([]);
  });

  it("names a column that it lacks, one that is gone, and an adapter without a recipient", () => {
    const adapters = [
      { path: "adapters/far", recipient: null },
      { path: "adapters/odd", recipient: "nobody" },
      { path: "adapters/fal", recipient: "fal" },
    ];
    const home = "packages/policy/src/inventory";
    expect(registerFaults({ columns: [...columns.slice(1), "public.a.b", "bullmq.job.data"], adapters })).toEqual([
      `the column public.a.b is in no entry of ${home}`,
      `${home} names ${columns[0]}, which does not exist`,
      "the adapter adapters/far does not say which recipient it reaches",
      `the adapter adapters/odd reaches nobody, which is no recipient of ${home}`,
    ]);
  });

  it("sends something to every recipient there is, the servers' company apart, which has it all", () => {
    const receivers = new Set([...entries.flatMap((entry) => entry.receivers), "hosting"]);
    expect(recipientIds.filter((id) => !receivers.has(id))).toEqual([]);
  });
});

describe("a storefront's inventory", () => {
  it.each(versions)("says of each thing at $terms.storefront how long it stays and who receives it", (shop) => {
    const { stored } = inventoryIn({ ...shop, offers: everything });
    expect(stored).toHaveLength(entries.length);
    for (const { howLong, clauses } of stored) {
      expect(howLong).toMatch(/\.$/);
      for (const { id, path } of clauses) expect(path.endsWith(`#${id}`)).toBe(true);
    }
  });

  it.each(versions)("says of records at $terms.storefront once what its clauses say, and refers to it", (shop) => {
    const { stored, records } = inventoryIn({ ...shop, offers: everything });
    for (const { says, clause } of records) {
      expect(stored.filter(({ howLong }) => howLong.includes(says))).toEqual([]);
      expect(stored.some(({ clauses }) => clauses.some(({ id }) => id === clause.id))).toBe(true);
    }
    const told = new Set(records.flatMap(({ kinds }) => kinds.map((kind) => `With the ${kind}.`)));
    const referring = stored.filter(({ howLong }) => howLong.startsWith("With the "));
    expect(referring.filter(({ howLong }) => !told.has(howLong))).toEqual([]);
    expect(referring.length).toBeGreaterThan(10);
  });

  it("keeps logs as long as the operator is told to", () => {
    const runbook = readFileSync(new URL("../../../../docs/runbooks/logs.md", import.meta.url), "utf8");
    expect(runbook).toContain(`gone after ${keptDays.logs} days`);
  });

  it("leaves out what the storefront does not offer", () => {
    const { stored, recipients: named } = inventoryIn(shopOf("image-ai-run", little));
    const ids = stored.map(({ id }) => id);
    for (const id of ["uploads", "keys", "calls", "subscription"]) expect(ids).not.toContain(id);
    expect(named.map(({ id }) => id)).not.toContain("alipay");
    expect(stored.flatMap(({ receivers }) => receivers.map(({ id }) => id))).not.toContain("alipay");
  });

  it("takes how long from the rules that run", () => {
    const howLong = (storefront: keyof typeof packs) =>
      inventoryIn(shopOf(storefront, everything)).stored.find(({ id }) => id === "uploads");
    expect(howLong("apimodels")).toMatchObject({ howLong: "3 days.", clauses: [{ id: "API-P2.2" }, { id: "API-a7" }] });
    expect(howLong("modelmyimage")?.howLong).toContain("60 minutes, or 10 minutes after");
    expect(howLong("image-ai-run")?.howLong).toMatch(/^Until you delete it or your account ends; .* after 185 days,/);
  });

  it("names the makers that requests are passed on to", () => {
    const { recipients: named } = inventoryIn(shopOf("apimodels", everything));
    expect(named.find(({ id }) => id === "model-makers")?.name).toContain("Google, OpenAI");
  });
});

describe("a storefront's clauses", () => {
  const shop = shopOf("apimodels", everything);

  it("agree with the register", () => {
    expect(statementFaults(shop)).toEqual([]);
  });

  it("are at fault where they name somebody who receives nothing", () => {
    expect(statementFaults({ ...shop, offers: { ...everything, has: ["fal", "model-makers"] } })).toEqual([
      "API-P3.1 names Alipay, through Stripe, who receives nothing",
    ]);
  });

  it("are at fault where nobody is told of a recipient, or a clause does not say what it is said to say", () => {
    const [first, ...others] = shop.privacy.shares;
    if (first === undefined) throw new Error("no clause names a recipient");
    const { resend, ...names } = first.names;
    expect(resend).toBe("Resend");
    const without = { ...shop.privacy, shares: [{ ...first, names: { ...names, stripe: "Bank" } }, ...others] };
    expect(statementFaults({ ...shop, privacy: without })).toEqual([
      "Resend receives data, and no clause says so",
      "API-P3.1 is said to speak of “Bank”, and does not",
    ]);
  });

  it("are at fault where the clause that keeps the records is gone", () => {
    const keeps = { ...shop.privacy.keeps, billing: "API-0" };
    expect(statementFaults({ ...shop, privacy: { ...shop.privacy, keeps } })).toEqual([
      "API-0 is said to keep records, and does not exist",
    ]);
  });

  it("have somebody to speak of", () => {
    expect(recipientsOf(shop)).toEqual(recipientIds);
  });
});
