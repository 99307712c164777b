import type { StorefrontId } from "@covenant/domain";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { see, wordsOf } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf, signInOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { generate } from "../steps/generate.ts";
import { requestWithWords } from "../steps/request-with-words.ts";
import { signIn } from "../steps/sign-in.ts";
import { areAhead } from "../world/terms-of-the-day.ts";

const { arrive } = visitors();
const member = signInOf("member@demo.test");

async function memberAt(storefront: StorefrontId): Promise<Page> {
  const page = await arrive(originOf(storefront));
  await signIn(page, member);
  return page;
}

type Outcome = { state: string; hold: string; strike: string | null; waits: boolean };

/** What the records say became of a generation, its hold and its strike. */
async function outcomeOf(generationId: string): Promise<Outcome | undefined> {
  const [row] = await records<Outcome>(
    `SELECT g.state, h.state AS hold, s.state AS strike, h.review_until IS NOT NULL AS waits
     FROM generation g JOIN ledger.hold h ON h.id = g.hold_id LEFT JOIN strike s ON s.generation_id = g.id
     WHERE g.id = $1`,
    [generationId],
  );
  return row;
}

describe("at Image-AI.run", () => {
  let page: Page;
  beforeAll(async () => {
    page = await memberAt("image-ai-run");
  });

  it("charges a prompt that two independent voices found in breach, and says why by clause", async () => {
    const id = await generate(page, { prompt: "standin-violence in the square", price: "2 credits" });
    await see(page, /^Your prompt was blocked before it reached any model as .*violence/i);
    await see(page, "2 credits charged.");
    await see(page, "A strike is on record against your account.");
    const appeal = page.getByRole("region", { name: "Contest this" }).getByRole("link", { name: "Appeal this" });
    expect(await appeal.getAttribute("href")).toMatch(/^\/appeal\/cas_/);
    expect(await outcomeOf(id)).toEqual({ state: "blocked", hold: "captured", strike: "counting", waits: false });
  });

  it("leads from a clause on the page to that clause in the terms", async () => {
    const clauses = page.getByRole("region", { name: "The clauses behind this" }).getByRole("listitem");
    const link = clauses.getByRole("link", { name: /^IAI-/ }).first();
    const id = (await link.textContent()) ?? "";
    await link.click();
    await page.waitForURL(`**/legal/*/*#${id}`);
    await page.getByRole("heading", { name: new RegExp(`^${id}`) }).waitFor();
    await expect.poll(() => isInView(page, id)).toBe(true);
  });

  it("keeps the credits aside for a person when one voice alone said so, until the second terms give them back", async () => {
    const isAhead = areAhead("image-ai-run");
    const id = await generate(page, { prompt: "a deepfake of a minister", price: "2 credits" });
    if (isAhead) await see(page, /^2 credits wait for a person's decision, until .* then they come back\.$/);
    else await see(page, "2 credits returned. Nothing was charged.");
    await see(page, "A strike waits for a person to confirm it. It does not count until then.");
    const hold = isAhead ? "open" : "released";
    expect(await outcomeOf(id)).toEqual({ state: "blocked", hold, strike: "pending", waits: isAhead });
  });

  it("stops a rude word, charges nothing and blames nobody", async () => {
    const id = await generate(page, { prompt: "a goddamn cold coffee", price: "2 credits" });
    await see(page, /^Your prompt was blocked/);
    await see(page, "2 credits returned. Nothing was charged.");
    expect(await wordsOf(page)).not.toContain("Strike");
    expect(await outcomeOf(id)).toEqual({ state: "blocked", hold: "released", strike: null, waits: false });
  });

  it("returns the credits when the model fails, and says whose fault it was", async () => {
    const id = await generate(page, { prompt: "a bridge [fail]", price: "2 credits" });
    await see(page, "The model failed on its maker's side. It is not your request's fault.");
    await see(page, "2 credits returned. Nothing was charged.");
    expect(await outcomeOf(id)).toMatchObject({ state: "failed", hold: "released", strike: null });
  });

  it("stops waiting at the deadline and returns the credits", async () => {
    const id = await generate(page, { prompt: "a clock tower [timeout]", price: "2 credits" });
    await see(page, "The model is at work");
    await records("UPDATE generation SET finish_by = now() WHERE id = $1", [id]);
    const tooLong = "The model took too long, so we stopped waiting. It is not your request's fault.";
    await see(page, tooLong, { timeout: 90_000 });
    await see(page, "2 credits returned. Nothing was charged.");
    expect(await outcomeOf(id)).toMatchObject({ state: "failed", hold: "released", strike: null });
  });

  it("says that the result was withheld, not that the prompt was bad", async () => {
    const id = await generate(page, { prompt: "a beach at noon [refuse-output]", price: "2 credits" });
    await see(page, "A safety check withheld the result. Your prompt is not what was judged.");
    const outcome = await outcomeOf(id);
    expect(outcome).toMatchObject({ state: "blocked", strike: null });
    await see(page, outcome?.hold === "captured" ? "2 credits charged." : "2 credits returned. Nothing was charged.");
  });
});

describe("at apimodels.app", () => {
  it("charges nothing for the same prompt, and keeps the strike", async () => {
    const page = await memberAt("apimodels");
    const id = await generate(page, { prompt: "standin-violence in the square", price: "70 credits" });
    await see(page, /^Your prompt was blocked/);
    await see(page, "70 credits returned. Nothing was charged.");
    await see(page, "A strike is on record against your account.");
    expect(await outcomeOf(id)).toEqual({ state: "blocked", hold: "released", strike: "counting", waits: false });
  });

  it("makes a picture of a rude word, about which its terms say nothing", async () => {
    const page = await memberAt("apimodels");
    await generate(page, { prompt: "a goddamn cold coffee", price: "70 credits" });
    await see(page, "Delivered");
  });
});

describe("at ModelMyImage", () => {
  it("charges nothing for words in breach beside a photo, and keeps the strike", async () => {
    const page = await memberAt("modelmyimage");
    const photo = await sharp({ create: { width: 96, height: 96, channels: 3, background: "#456" } })
      .png()
      .toBuffer();
    const id = await requestWithWords(page, { photo, modelId: "low-fidelity", words: "standin-violence" });
    await page.goto(`/g/${id}`);
    await see(page, /^Your prompt was blocked/);
    await see(page, "10 credits returned. Nothing was charged.");
    await see(page, "A strike is on record against your account.");
    expect(await outcomeOf(id)).toEqual({ state: "blocked", hold: "released", strike: "counting", waits: false });
  });
});

function isInView(page: Page, id: string): Promise<boolean> {
  return page.locator(`[id="${id}"]`).evaluate((clause) => {
    const { top, bottom } = clause.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
}
