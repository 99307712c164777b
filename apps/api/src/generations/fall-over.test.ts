import type { FailureClass, Provider, Submitted } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { scriptedProvider } from "../testing/scripted-provider.ts";
import { attemptsOn, forgetTroubles } from "../testing/test-attempts.ts";
import { smallPicture, type TestStudio, testStudio } from "../testing/test-studio.ts";

/** The gateway in front of a model, and the model's maker, who answers with the picture. */
const gateway = scriptedProvider();
let asked = 0;
const maker: Provider = {
  id: "openai",
  recipient: "model-makers",
  submit: async () => {
    asked += 1;
    const output = { format: "png", role: "main", bytes: await smallPicture() } as const;
    return { kind: "answered", outcome: { kind: "finished", withheld: 0, outputs: [output] }, usage: null };
  },
  jobs: null,
};

let studio: TestStudio;
let member: Awaited<ReturnType<TestStudio["member"]>>;
beforeAll(async () => {
  studio = await testStudio({
    providers: new Map([
      [gateway.id, gateway],
      [maker.id, maker],
    ]),
  });
});
beforeEach(async () => {
  studio.deps.clock.set(new Date().toISOString());
  asked = 0;
  await forgetTroubles(studio);
  member = await studio.member(2_000, "apimodels");
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { attemptsOf, run, view, balance } = attemptsOn(
  () => studio,
  () => member,
);
const wish = { modelId: "gpt-image-2", prompt: "a lighthouse" };
const price = 850;
const refused = (of: FailureClass): Submitted => ({
  kind: "refused",
  refusal: { class: of, category: null, stage: "submit", detail: "scripted", retryAfterSeconds: null },
});

it.each(["account", "capacity", "transient"] as const)(
  "asks the model's maker after a fault of the gateway (%s), and charges once",
  async (fault) => {
    gateway.onSubmit(() => refused(fault));
    const id = await studio.request(member, wish);
    await run(id);
    await run(id);
    expect(await view(id)).toMatchObject({
      state: "delivered",
      creditLines: [{}, { kind: "captured", credits: price }],
    });
    const [first, second] = await attemptsOf(id);
    expect([first?.provider, second?.provider]).toEqual(["fal", "openai"]);
    expect(second?.considered).toContainEqual(
      expect.objectContaining({ routeId: first?.routeId, excludedBecause: "already-tried" }),
    );
    expect(await balance()).toMatchObject({ available: 2_000 - price, held: 0 });
  },
);

it.each(["policy-input", "policy-output", "bad-input"] as const)(
  "asks nobody else after what the gateway concluded of the request (%s)",
  async (conclusion) => {
    gateway.onSubmit(() => refused(conclusion));
    const id = await studio.request(member, wish);
    await run(id);
    await run(id);
    expect((await view(id)).state).not.toBe("delivered");
    expect(await attemptsOf(id)).toHaveLength(1);
    expect(asked).toBe(0);
  },
);

it("never sends to the maker what the gateway may be working on", async () => {
  gateway.onSubmit(() => ({ kind: "unknown-outcome", detail: "scripted" }));
  const id = await studio.request(member, wish);
  await run(id);
  await run(id);
  expect(await attemptsOf(id)).toMatchObject([{ provider: "fal", state: "unknown" }]);
  expect(asked).toBe(0);
});
