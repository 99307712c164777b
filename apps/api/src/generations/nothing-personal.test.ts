import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { AttemptId } from "@covenant/domain";
import { moderate, providerIds, safeFetch } from "@covenant/providers";
import { storefronts } from "@covenant/storefronts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantUpload } from "../testing/plant-upload.ts";
import { startSandboxProcess } from "../testing/sandbox-process.ts";
import { testMember } from "../testing/test-people.ts";
import { giveCredits, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { buildProviders } from "./build-providers.ts";
import { readAttempt } from "./read-attempt.ts";
import { runAttempt } from "./run-attempt.ts";

/** Everything that was sent to any upstream: address, headers and body. */
const sent: string[] = [];
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>;
let line: Server;
let url: string;
let studio: TestStudio;

beforeAll(async () => {
  sandbox = await startSandboxProcess({ API_URL: "http://127.0.0.1:1", STRIPE_WEBHOOK_SECRET: "whsec_test" });
  line = createServer(async (request, response) => {
    const { method = "GET", url: path = "/", headers } = request;
    const body = await buffer(request);
    sent.push(`${method} ${path}\n${JSON.stringify(headers)}\n${body.toString("latin1")}`);
    const { host: _, connection: __, "content-length": ___, ...others } = headers;
    const answer = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: Object.entries(others).map(([name, value]) => [name, String(value)] as [string, string]),
      ...(body.length === 0 ? {} : { body }),
    });
    const type = answer.headers.get("content-type") ?? "text/plain";
    const given = Buffer.from(await answer.arrayBuffer());
    // Addresses in an answer lead over this line as well, as they would lead to the upstream's own host.
    const said = type.includes("json") ? Buffer.from(given.toString().replaceAll(sandbox.url, url)) : given;
    response.writeHead(answer.status, { "content-type": type }).end(said);
  });
  await new Promise<void>((listening) => line.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  studio = await testStudio({
    fetchFile: (address, { maxBytes, timeoutMs }) =>
      safeFetch(address, {
        limitBytes: maxBytes,
        totalLimitMs: timeoutMs,
        allowedOrigins: [new URL(address).origin],
        allowedPorts: [Number(new URL(address).port)],
      }),
    moderate: (question) => moderate({ baseUrl: `${url}/openai`, apiKey: "sk-test" }, question),
  });
});
afterAll(async () => {
  line.closeAllConnections();
  line.close();
  await sandbox.close();
  await studio.deps.close();
});

/** A model some storefront sells over this provider. */
function soldOver(provider: (typeof providerIds)[number]) {
  for (const storefront of Object.values(storefronts)) {
    const model = storefront.models.find(({ routes }) => routes.some((route) => route.provider === provider));
    if (model !== undefined) return { storefront: storefront.id, model };
  }
  throw new Error(`nothing is sold over ${provider}`);
}

it.each(providerIds)("tells %s what is to be made, and no name, address or id of whom it is for", async (id) => {
  const { storefront, model } = soldOver(id);
  const deps = { ...studio.deps, providers: new Map(providersOverTheLine().map((each) => [each.id, each])) };
  for (const other of deps.providers.keys()) if (other !== id) deps.providers.delete(other);
  const actor = await testMember(deps, { storefront, email: `jane.private.${id}@member.test` });
  await giveCredits(deps, actor.memberId, 5000);
  const needsPhoto = model.modality !== "text-to-image";
  const uploadId = needsPhoto ? await plantUpload(deps, actor) : undefined;
  sent.length = 0;
  const wanted = { modelId: model.id, prompt: "a lighthouse", ...(uploadId === undefined ? {} : { uploadId }) };
  const generationId = await studio.request(actor, wanted);
  await runAttempt(deps, { generationId });
  const attempt = await deps.db.rows.attempt.findFirstOrThrow({ where: { generationId } });
  if (attempt.state === "submitted") await readAttempt(deps, { attemptId: attempt.id as AttemptId });
  expect(attempt, JSON.stringify(attempt.failure)).toMatchObject({
    provider: id,
    state: expect.stringMatching(/submitted|finished/),
  });

  expect(sent.some((call) => call.includes("a lighthouse"))).toBe(true);
  const row = await deps.db.rows.generation.findUniqueOrThrow({ where: { id: generationId } });
  const personal = [actor.email, "jane.private", actor.memberId, generationId, row.requestId, row.quoteId, row.holdId];
  for (const trace of [...personal, uploadId, storefront, "a.png", "cookie", "x-forwarded-for"]) {
    if (trace == null) continue;
    for (const form of [trace, Buffer.from(trace).toString("base64").replaceAll("=", ""), encodeURIComponent(trace)])
      expect(
        sent.filter((call) => call.toLowerCase().includes(form.toLowerCase())),
        `${trace} to ${id}`,
      ).toEqual([]);
  }
});

function providersOverTheLine() {
  return buildProviders({
    ...studio.deps.settings,
    FAL_KEY: "id:secret",
    FAL_QUEUE_URL: `${url}/fal/queue`,
    OPENAI_URL: `${url}/openai`,
    GEMINI_API_KEY: "gemini-test",
    GEMINI_URL: `${url}/gemini`,
    MESHY_API_KEY: "msy_test",
    MESHY_URL: `${url}/meshy`,
  });
}
