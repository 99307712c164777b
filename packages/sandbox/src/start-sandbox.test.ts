import { readFile } from "node:fs/promises";
import { TOTP } from "otpauth";
import { expect, it } from "vitest";
import { faultCatalogue } from "./faults/fault-catalogue.ts";
import { readOptions } from "./options.ts";
import { startSandbox } from "./start-sandbox.ts";
import { cardNumbers } from "./stripe/customers/test-cards.ts";
import { jsonOf } from "./testing.ts";

const secret = "JBSWY3DPEHPK3PXP";

it("shows the codes a phone would show", async () => {
  const sandbox = await startSandbox({ port: 0, totp: [{ label: "admin@demo.test", secret }] });
  const before = new TOTP({ secret }).generate();
  const answer = await fetch(`${sandbox.url}/authenticator.json`);
  const { codes } = await jsonOf<{ codes: { label: string; code: string }[] }>(answer);
  const after = new TOTP({ secret }).generate();
  expect(codes[0]?.label).toBe("admin@demo.test");
  expect([before, after]).toContain(codes[0]?.code);
  const page = await (await fetch(`${sandbox.url}/authenticator`)).text();
  expect(page).toMatch(/http-equiv="refresh" content="\d+"/);
  expect(page).not.toContain(secret);
  await sandbox.close();
});

it("describes every fault on its first page and in its README", async () => {
  const sandbox = await startSandbox({ port: 0 });
  const page = await (await fetch(sandbox.url)).text();
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  for (const faults of Object.values(faultCatalogue)) {
    for (const fault of Object.keys(faults)) {
      expect(page).toContain(`<code>${fault}</code>`);
      expect(readme).toContain(`\`${fault}\``);
    }
  }
  await sandbox.close();
});

it("describes every test card in its README", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const described = readme.replaceAll(" ", "");
  for (const number of Object.keys(cardNumbers)) expect(described).toContain(number);
});

it("logs a method, a path and a status, nothing that was said", async () => {
  const lines: string[] = [];
  const sandbox = await startSandbox({ port: 0, log: (line) => lines.push(line) });
  await fetch(`${sandbox.url}/mailbox?to=member@demo.test`);
  await sandbox.close();
  expect(lines).toEqual(["GET /mailbox 200"]);
});

it("closes at once while runs, deliveries and unanswered calls are open", async () => {
  const sandbox = await startSandbox({ port: 0 });
  const headers = { "content-type": "application/json" };
  await fetch(`${sandbox.url}/fal/queue/fal-ai/z-image/turbo?fal_webhook=http://127.0.0.1:1/`, {
    method: "POST",
    headers: { ...headers, authorization: "Key a:b" },
    body: JSON.stringify({ prompt: "a fox" }),
  });
  const unanswered = fetch(`${sandbox.url}/openai/v1/moderations`, {
    method: "POST",
    headers: { ...headers, authorization: "Bearer sk-demo" },
    body: JSON.stringify({ input: "[moderation:timeout]" }),
  }).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const startedAt = Date.now();
  await sandbox.close();
  await unanswered;
  expect(Date.now() - startedAt).toBeLessThan(2_000);
});

it("reads its options from the environment and refuses what cannot be meant", () => {
  const options = readOptions({
    SANDBOX_PORT: "4301",
    SANDBOX_SPEED: "2",
    SANDBOX_TOTP: `[{"label":"a","secret":"${secret}"}]`,
  });
  expect(options).toMatchObject({ port: 4301, speed: 2, totp: [{ label: "a", secret }], dataDirectory: undefined });
  expect(readOptions({ DATA_DIRECTORY: ".data" }).dataDirectory).toBe(".data/sandbox");
  expect(() => readOptions({ SANDBOX_SPEED: "0" })).toThrow(/SANDBOX_SPEED/);
  expect(() => readOptions({ SANDBOX_TOTP: "{}" })).toThrow(/SANDBOX_TOTP/);
});
