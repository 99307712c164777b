import { type Sandbox, startSandbox } from "@covenant/sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FarEnd, type FarEndAnswer, startFarEnd } from "../../far-end.ts";
import { completeChat } from "./complete-chat.ts";

const messages = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "Name a lighthouse." },
] as const;
const question = { model: "gpt-4o-mini", messages, maxOutputTokens: 100 };

describe("against the stand-in", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, speed: 50 });
  });
  afterAll(() => sandbox.close());
  const ask = (content = "Name a lighthouse.", maxOutputTokens = 100) =>
    completeChat(
      { baseUrl: `${sandbox.url}/openai`, apiKey: "sk-test", timeLimitMs: 1_000 },
      { ...question, messages: [{ role: "user", content }], maxOutputTokens },
    );

  it("gives the words and what they cost", async () => {
    expect(await ask()).toEqual({
      kind: "completed",
      text: "A local stand-in was told: Name a lighthouse.",
      isCut: false,
      usage: { inputTokens: 5, outputTokens: 12, cachedTokens: 0 },
    });
  });

  it("says where the limit cut it", async () => {
    expect(await ask("Name a lighthouse.", 3)).toMatchObject({ isCut: true, usage: { outputTokens: 3 } });
  });

  it.each([
    ["[refuse-prompt]", "policy-input"],
    ["[bad-input]", "bad-input"],
    ["[429]", "capacity"],
    ["[quota]", "account"],
    ["[locked]", "account"],
    ["[fail]", "transient"],
  ])("classifies %s as %s", async (fault, failureClass) => {
    expect(await ask(fault)).toMatchObject({ kind: "refused", failure: { class: failureClass } });
  });

  it.each(["[lost-submit]", "[silent]", "[nonsense]", "[bad-gateway]", "[no-media]"])(
    "never claims to know what became of %s",
    async (fault) => {
      expect((await ask(fault)).kind).toBe("unknown-outcome");
    },
  );
});

describe("on the wire", () => {
  let far: FarEnd;
  beforeEach(async () => {
    far = await startFarEnd();
  });
  afterEach(() => far.close());
  const ask = (answer: FarEndAnswer) => {
    far.answer(() => answer);
    return completeChat({ baseUrl: far.origin, apiKey: "sk-test" }, question);
  };
  const usage = { prompt_tokens: 9, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 2 } };
  const choice = (message: object, finish_reason = "stop") => ({
    status: 200,
    json: { id: "c-1", choices: [{ message, finish_reason }], usage },
  });

  it("asks for no storage and sends the limit, the words and nothing that says whose they are", async () => {
    await ask(choice({ content: "Pharos." }));
    expect(JSON.parse(String(far.requests[0]?.body))).toEqual({
      model: question.model,
      messages,
      max_completion_tokens: 100,
      store: false,
    });
  });

  it("meters a refusal in the model's own words without passing them on", async () => {
    const declined = { kind: "declined", usage: { inputTokens: 9, outputTokens: 4, cachedTokens: 2 } };
    expect(await ask(choice({ content: null, refusal: "I won't." }))).toEqual(declined);
    expect(await ask(choice({ content: "half" }, "content_filter"))).toEqual(declined);
  });

  it("knows that a question nobody listened to was not asked", async () => {
    await far.close();
    expect(await completeChat({ baseUrl: far.origin, apiKey: "sk-test" }, question)).toMatchObject({
      kind: "refused",
      failure: { class: "transient" },
    });
  });
});
