import { storefrontIds } from "@covenant/domain";
import { chooseRoute, providerIds, type RouteDemand, unmeasured } from "@covenant/providers";
import { describe, expect, it } from "vitest";
import { creditWorthMicroUsd, storefrontOfHost, storefronts } from "./index.ts";

const all = Object.values(storefronts);
const modelsOfAll = all.flatMap((storefront) => storefront.models.map((model) => ({ storefront, model })));
const named = modelsOfAll.map(({ storefront, model }) => [`${storefront.id} ${model.id}`, storefront, model] as const);

describe("storefronts", () => {
  it("are one for each id, each under its own", () => {
    expect(Object.keys(storefronts).sort()).toEqual([...storefrontIds].sort());
    for (const [id, storefront] of Object.entries(storefronts)) expect(storefront.id).toBe(id);
  });

  it.each([
    ["image-ai-run.localhost:4100", "image-ai-run"],
    ["MODELMYIMAGE.localhost", "modelmyimage"],
    ["apimodels.localhost.:4100", "apimodels"],
  ])("answer at %s", (host, id) => expect(storefrontOfHost(host)?.id).toBe(id));

  it.each(["localhost:4100", "", "evil.image-ai-run.localhost", "image-ai-run.localhost.evil.test", "admin.localhost"])(
    "do not answer at %j",
    (host) => expect(storefrontOfHost(host)).toBeNull(),
  );

  it("count business days in a zone that exists", () => {
    for (const { zone } of all) expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
  });

  it("have a rate exactly where somebody pays in CNY", () => {
    for (const { paymentMethods, cnyPerUsd } of all) {
      expect(cnyPerUsd !== null).toBe(paymentMethods.includes("alipay"));
      if (cnyPerUsd !== null) expect(cnyPerUsd).toMatch(/^\d+\.\d+$/);
    }
  });

  it("tell themselves apart by host, hue and pack", () => {
    for (const values of [
      all.map(({ host }) => host),
      all.map(({ face }) => face.accentHue),
      all.flatMap(({ packs }) => packs.map(({ id }) => id)),
    ]) {
      expect(new Set<unknown>(values).size).toBe(values.length);
    }
  });

  it("leave out models that train where their terms say so", () => {
    expect(storefronts.modelmyimage.excludesTraining && storefronts["image-ai-run"].excludesTraining).toBe(true);
  });
});

describe("packs", () => {
  it("do not expire, because none is sold so, and a larger one is never dearer by the credit", () => {
    for (const { packs } of all) {
      expect(packs.every(({ expiresAfterDays }) => expiresAfterDays === null)).toBe(true);
      const perCredit = packs.map(({ price, credits }) => price.amountMinor / credits);
      expect(perCredit).toEqual(perCredit.toSorted((a, b) => b - a));
    }
  });

  it("are worth USD 0.0001 a credit at apimodels.app", () => {
    for (const { price, credits } of storefronts.apimodels.packs) expect(price.amountMinor * 100).toBe(credits);
  });
});

describe.each(named)("the model %s", (_, storefront, model) => {
  const demand: RouteDemand = {
    operation: model.modality,
    upstreamRetention: storefront.upstreamRetention,
    excludesTraining: storefront.excludesTraining,
    today: "2026-11-21",
    earnsMicroUsd: model.credits * creditWorthMicroUsd(storefront),
    providers: providerIds,
    alreadyTried: [],
  };
  const candidates = model.routes.map((route) => ({
    ...route,
    routeId: route.upstreamModel,
    health: unmeasured,
  }));

  it("has a route today that its storefront's terms allow", () => {
    expect(chooseRoute(candidates, demand).chosen).not.toBeNull();
  });

  it("costs whole credits, covers its upstream price, and says so plainly", () => {
    expect(Number.isSafeInteger(model.credits) && model.credits > 0).toBe(true);
    expect(demand.earnsMicroUsd).toBeGreaterThan(Math.max(...model.routes.map(({ costMicroUsd }) => costMicroUsd)));
  });

  it("takes every size it offers on every route, and delivers a main output", () => {
    for (const { fields, operation } of model.routes) {
      const { size, image, prompt } = fields.inputs;
      const words = size === null || size.as === "dimensions" ? null : size.as;
      expect(model.sizes.every((offered) => (words ? offered in words : /^\d+x\d+$/.test(offered)))).toBe(true);
      expect(model.sizes.length > 0).toBe(size !== null);
      expect(image !== null).toBe(operation !== "text-to-image");
      expect(prompt === null).toBe(operation === "background-removal");
      expect(fields.outputs.filter(({ role }) => role === "main")).toHaveLength(1);
    }
  });

  it("names for each retired route a successor it also has", () => {
    const upstreamModels = model.routes.map(({ upstreamModel }) => upstreamModel);
    for (const { retirement } of model.routes) {
      if (retirement) expect(upstreamModels).toContain(retirement.successor);
    }
  });
});

describe("Nano Banana 2", () => {
  it("runs on the successor of its retired name, and ran on the old name before", () => {
    const model = storefronts["image-ai-run"].models.find(({ id }) => id === "nano-banana-2");
    const candidates = (model?.routes ?? []).map((route) => ({
      ...route,
      routeId: route.upstreamModel,
      health: unmeasured,
    }));
    const on = (today: string) =>
      chooseRoute(candidates, {
        operation: "text-to-image",
        upstreamRetention: "prefer",
        excludesTraining: true,
        today,
        earnsMicroUsd: Number.POSITIVE_INFINITY,
        providers: providerIds,
        alreadyTried: [],
      }).chosen?.upstreamModel;
    expect(on("2026-10-01")).toBe("fal-ai/nano-banana-2");
    expect(on("2026-11-21")).toBe("fal-ai/nano-banana-2.1");
  });
});
