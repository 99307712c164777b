import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Handle, Outcome, Submission } from "../../spec.ts";
import { imageFields, newSigningKey, signedWebhook, startFalFarEnd, submissionFor } from "./far-end.ts";

let fal: Awaited<ReturnType<typeof startFalFarEnd>>;
beforeEach(async () => {
  fal = await startFalFarEnd();
});
afterEach(() => fal.farEnd.close());

const mesh = [
  { path: "model_glb.url", format: "glb", role: "main" },
  { path: "model_urls.obj.url", format: "obj", role: "extra" },
] as const;

async function handleFor(changes: Partial<Submission> = {}): Promise<Handle> {
  const submitted = await fal.provider.submit(submissionFor(changes));
  if (submitted.kind !== "accepted") throw new Error(submitted.kind);
  return submitted.handle;
}

async function readResult(result: {
  status: number;
  json: unknown;
  headers?: Record<string, string>;
}): Promise<Outcome> {
  const handle = await handleFor();
  fal.script.result = result;
  return fal.provider.jobs.read(handle);
}

describe("adopting", () => {
  it.each([
    ["fal-ai/z-image/turbo", "fal-ai/z-image"],
    ["openai/gpt-image-2", "openai/gpt-image-2"],
    ["workflows/someone/portrait/small", "workflows/someone/portrait"],
  ])("asks for %s below the application that fal serves it from", (upstreamModel, application) => {
    const job = `${fal.farEnd.origin}/${application}/requests/job-1`;
    expect(fal.provider.jobs.adopt(upstreamModel, "job-1", imageFields)).toEqual({
      upstreamId: "job-1",
      urls: { status: `${job}/status`, result: job, cancel: `${job}/cancel` },
      outputs: imageFields.outputs,
    });
  });

  it("gives the handle that the lost answer would have given", async () => {
    const { upstreamModel, fields } = submissionFor();
    expect(fal.provider.jobs.adopt(upstreamModel, "job-1", fields)).toEqual(await handleFor());
  });

  it("lets no upstream id reach another path of the queue", () => {
    const { urls } = fal.provider.jobs.adopt("fal-ai/z-image", "../../billing?x=", imageFields);
    expect(new URL(urls.result).pathname).toBe("/fal-ai/z-image/requests/..%2F..%2Fbilling%3Fx%3D");
  });
});

describe("submitting", () => {
  it("sends the key, the webhook and every no-retention switch", async () => {
    await handleFor();
    const [request] = fal.farEnd.requests;
    expect(request?.path).toBe(
      `/fal-ai/z-image/turbo?fal_webhook=${encodeURIComponent("http://127.0.0.1:4000/webhooks/fal")}`,
    );
    expect(request?.headers).toMatchObject({
      authorization: "Key id:secret",
      "x-fal-store-io": "0",
      "x-fal-object-lifecycle-preference": JSON.stringify({ expiration_duration_seconds: 3600 }),
      "x-fal-request-timeout": "120",
      "x-app-fal-disable-fallback": "true",
    });
  });

  it("leaves retention alone where the storefront does not ask for none", async () => {
    await handleFor({ retention: "default", webhookUrl: null });
    const [request] = fal.farEnd.requests;
    expect(request?.path).toBe("/fal-ai/z-image/turbo");
    expect(request?.headers).not.toHaveProperty("x-fal-store-io");
  });

  it("writes inputs under the route's wire names, over its fixed parameters, and sends nothing else", async () => {
    const image = { bytes: Buffer.from("pixels"), contentType: "image/png" };
    await handleFor({
      input: { prompt: "p", size: "1536x1024", image, parameters: { prompt: "fixed", quality: "low" } },
    });
    expect(JSON.parse(String(fal.farEnd.requests[0]?.body))).toEqual({
      quality: "low",
      prompt: "p",
      image_url: `data:image/png;base64,${Buffer.from("pixels").toString("base64")}`,
      image_size: { width: 1536, height: 1024 },
    });
  });

  it("translates sizes and lists for models that name them otherwise", async () => {
    const inputs = {
      prompt: "prompt",
      image: { field: "image_urls", takesList: true },
      size: { field: "aspect_ratio", as: { "1264x848": "3:2" } },
    };
    const image = { bytes: Buffer.from("x"), contentType: "image/webp" };
    await handleFor({ fields: { ...imageFields, inputs }, input: { size: "1264x848", image, parameters: {} } });
    expect(JSON.parse(String(fal.farEnd.requests[0]?.body))).toEqual({
      aspect_ratio: "3:2",
      image_urls: ["data:image/webp;base64,eA=="],
    });
  });

  it("refuses an image too large to travel inside the request, before calling anybody", async () => {
    const image = { bytes: new Uint8Array(10 * 1024 * 1024 + 1), contentType: "image/png" };
    const submission = submissionFor({ input: { image, parameters: {} } });
    await expect(fal.provider.submit(submission)).rejects.toMatchObject({ code: "upload/too-large" });
    expect(fal.farEnd.requests).toHaveLength(0);
  });

  it("keeps the addresses fal gave instead of building them from the model's sub-path", async () => {
    const { urls, upstreamId } = await handleFor();
    expect(upstreamId).toBe("job-1");
    expect(urls.status).toBe(`${fal.farEnd.origin}/fal-ai/z-image/requests/job-1/status`);
    expect(urls.result).toBe(`${fal.farEnd.origin}/fal-ai/z-image/requests/job-1`);
  });

  it("never carries the key to an address outside the queue", async () => {
    const elsewhere = "https://elsewhere.example/requests/job-1";
    const json = { request_id: "job-1", status_url: elsewhere, response_url: elsewhere, cancel_url: elsewhere };
    fal.script.submit = { status: 200, json };
    expect((await fal.provider.submit(submissionFor())).kind).toBe("unknown-outcome");
  });

  it.each([502, 504])("does not believe a gateway's %i that the job was not accepted", async (status) => {
    fal.script.submit = { status, text: "<html>bad gateway</html>" };
    expect((await fal.provider.submit(submissionFor())).kind).toBe("unknown-outcome");
    fal.script.submit = { status, json: { detail: "Startup timed out", error_type: "startup_timeout" } };
    expect(await fal.provider.submit(submissionFor())).toMatchObject({
      kind: "refused",
      refusal: { class: "transient" },
    });
  });

  it("takes a retired model's name for a fault of ours, whatever type the refusal claims", async () => {
    fal.script.submit = { status: 404, json: { detail: "Application not found", error_type: "bad_request" } };
    expect(await fal.provider.submit(submissionFor())).toMatchObject({
      refusal: { class: "model-gone", stage: "submit" },
    });
  });

  it("passes on how long to wait", async () => {
    fal.script.submit = { status: 429, json: { detail: "later" }, headers: { "retry-after": "7" } };
    expect(await fal.provider.submit(submissionFor())).toMatchObject({
      refusal: { class: "capacity", retryAfterSeconds: 7 },
    });
  });
});

describe("classifying failures", () => {
  const model = (type: string) => ({ detail: [{ loc: ["body", "prompt"], msg: "…", type, input: "a secret prompt" }] });
  const request = (type: string) => ({ detail: "…", error_type: type });

  it.each([
    [422, model("content_policy_violation"), "policy-input", "run"],
    [422, model("no_media_generated"), "policy-output", "output"],
    [422, model("image_too_small"), "bad-input", "run"],
    [422, model("file_download_error"), "bad-input", "run"],
    [422, model("a_type_published_next_year"), "bad-input", "run"],
    [400, model("downstream_service_error"), "transient", "run"],
    [500, model("downstream_service_unavailable"), "transient", "run"],
    [500, model("internal_server_error"), "transient", "run"],
    [504, model("generation_timeout"), "transient", "run"],
    [504, request("startup_timeout"), "transient", "run"],
    [503, request("runner_scheduling_failure"), "transient", "run"],
    [499, request("client_cancelled"), "unknown", "run"],
    [400, request("bad_request"), "bad-input", "run"],
    [422, { detail: "an old endpoint's sentence" }, "bad-input", "run"],
    [422, { message: "an older endpoint's sentence" }, "bad-input", "run"],
  ])("reads a result of %i %j as %s", async (status, json, failureClass, stage) => {
    expect(await readResult({ status, json })).toMatchObject({
      kind: "failed",
      failure: { class: failureClass, stage },
    });
  });

  it("lets a refusal among validation errors decide", async () => {
    const json = { detail: [...model("missing").detail, ...model("content_policy_violation").detail] };
    expect(await readResult({ status: 422, json })).toMatchObject({ failure: { class: "policy-input" } });
  });

  it("finds the category a reseller's text names, and none where none is named", async () => {
    const msg = "Your request was rejected by the safety system. safety_violations=[violence, sexual_minors].";
    const json = { detail: [{ type: "content_policy_violation", msg }] };
    expect(await readResult({ status: 422, json })).toMatchObject({ failure: { category: "child-safety" } });
    const uncategorised = { detail: [{ type: "content_policy_violation", msg: "flagged by a content checker" }] };
    expect(await readResult({ status: 422, json: uncategorised })).toMatchObject({ failure: { category: null } });
  });

  it("tells our own start deadline from a crash", async () => {
    const headers = { "x-fal-request-timeout-type": "user" };
    const outcome = await readResult({ status: 504, json: request("request_timeout"), headers });
    expect(outcome).toMatchObject({ failure: { class: "capacity", stage: "queue" } });
  });

  it("keeps prompts and free text out of the detail", async () => {
    const outcome = await readResult({
      status: 422,
      json: {
        detail: [{ loc: ["body", "a secret prompt"], msg: "a secret prompt", type: "content_policy_violation" }],
      },
    });
    expect(outcome).toMatchObject({ failure: { detail: "fal 422 content_policy_violation" } });
  });

  it("asks the result when the status reports an error without a known type", async () => {
    const handle = await handleFor();
    fal.script.status = { status: 200, json: { status: "COMPLETED", error: "Invalid status code: 422" } };
    fal.script.result = { status: 422, json: model("content_policy_violation") };
    expect(await fal.provider.jobs.read(handle)).toMatchObject({ failure: { class: "policy-input" } });
  });
});

describe("reading", () => {
  it("never settles on a status fal has not published", async () => {
    const handle = await handleFor();
    fal.script.status = { status: 200, json: { status: "PONDERING" } };
    expect(await fal.provider.jobs.read(handle)).toEqual({ kind: "waiting", stage: "unknown", alert: "unreadable" });
  });

  it.each([
    [400, { detail: "Request is still in progress" }, { stage: "running", alert: null }],
    [403, { detail: "User is locked." }, { stage: "finishing", alert: "account" }],
    [429, { detail: "Slow down" }, { stage: "finishing", alert: "capacity" }],
    [503, "<html>", { stage: "finishing", alert: "unreachable" }],
  ])("keeps waiting when the result answers %i %j", async (status, json, expected) => {
    expect(await readResult({ status, json })).toEqual({ kind: "waiting", ...expected });
  });

  it("finds a mesh and its companions by the route's fields", async () => {
    const handle = await handleFor({ fields: { ...imageFields, outputs: mesh } });
    const json = {
      model_glb: { url: "https://v3b.fal.media/m.glb", content_type: "application/octet-stream" },
      model_urls: { obj: { url: "https://v3b.fal.media/m.obj" }, fbx: null },
    };
    fal.script.result = { status: 200, json };
    expect(await fal.provider.jobs.read(handle)).toEqual({
      kind: "finished",
      withheld: 0,
      outputs: [
        { url: "https://v3b.fal.media/m.glb", format: "glb", role: "main" },
        { url: "https://v3b.fal.media/m.obj", format: "obj", role: "extra" },
      ],
    });
  });

  it("does not call companions alone a delivery", async () => {
    const handle = await handleFor({ fields: { ...imageFields, outputs: mesh } });
    fal.script.result = { status: 200, json: { model_urls: { obj: { url: "https://v3b.fal.media/m.obj" } } } };
    expect(await fal.provider.jobs.read(handle)).toMatchObject({ kind: "failed", failure: { class: "unknown" } });
  });

  it("believes the type that comes with a file over the catalogue's", async () => {
    const images = [{ url: "https://v3b.fal.media/a", content_type: "image/jpeg" }];
    expect(await readResult({ status: 200, json: { images } })).toMatchObject({ outputs: [{ format: "jpeg" }] });
  });

  it("lists what was delivered of a batch and counts what was withheld", async () => {
    const images = ["a", "b", "c"].map((name) => ({ url: `https://v3b.fal.media/${name}.png` }));
    const outcome = await readResult({ status: 200, json: { images, has_nsfw_concepts: [false, true, false] } });
    expect(outcome).toMatchObject({ kind: "finished", withheld: 1 });
    expect(outcome.kind === "finished" && outcome.outputs.map(({ url }) => url?.at(-5))).toEqual(["a", "c"]);
  });

  it("ignores addresses that are none", async () => {
    const images = [{ url: "javascript:alert(1)" }, { url: 7 }, null];
    expect(await readResult({ status: 200, json: { images } })).toMatchObject({ failure: { class: "unknown" } });
  });
});

describe("webhooks", () => {
  const body = JSON.stringify({ request_id: "job-1", gateway_request_id: "g-1", status: "OK", payload: {} });
  const first = newSigningKey();
  const second = newSigningKey();
  const keyReads = () => fal.farEnd.requests.filter(({ path }) => path === "/jwks.json").length;
  const arrive = (
    changes: { at?: Date; by?: typeof first; headers?: Record<string, string>; rawBody?: Buffer } = {},
  ) => {
    const webhook = signedWebhook((changes.by ?? first).privateKey, { at: changes.at ?? fal.clock.now(), body });
    const headers = { ...webhook.headers, ...changes.headers };
    return fal.provider.jobs.readWebhook(headers, changes.rawBody ?? webhook.rawBody);
  };
  beforeEach(() => {
    fal.script.keys = [first.publicKey];
  });

  it("names the job of an authentic webhook and keeps the keys", async () => {
    expect(await arrive()).toEqual({ upstreamId: "job-1" });
    expect(await arrive()).toEqual({ upstreamId: "job-1" });
    expect(keyReads()).toBe(1);
  });

  it.each([-301, 301])("refuses one signed %i seconds away", async (seconds) => {
    expect(await arrive({ at: new Date(fal.clock.now().getTime() + seconds * 1000) })).toBeNull();
  });

  it("refuses another's signature, a changed body, a changed job and a missing header", async () => {
    expect(await arrive({ by: second })).toBeNull();
    expect(await arrive({ rawBody: Buffer.from(body.replace("job-1", "job-2")) })).toBeNull();
    expect(await arrive({ headers: { "x-fal-webhook-request-id": "job-2" } })).toBeNull();
    expect(await arrive({ headers: { "x-fal-webhook-signature": "zz" } })).toBeNull();
    expect(await fal.provider.jobs.readWebhook({}, Buffer.from(body))).toBeNull();
  });

  it("learns a rotated key, but is not made to ask for keys by forgeries", async () => {
    await arrive();
    fal.script.keys = [first.publicKey, second.publicKey];
    expect(await arrive({ by: second })).toBeNull();
    expect(keyReads()).toBe(1);
    fal.clock.advance(61_000);
    expect(await arrive({ by: second })).toEqual({ upstreamId: "job-1" });
    expect(keyReads()).toBe(2);
  });

  it("asks for the keys again after a day", async () => {
    await arrive();
    fal.script.keys = [second.publicKey];
    fal.clock.advance(24 * 60 * 60_000);
    expect(await arrive()).toBeNull();
  });

  it("raises a fault, not a verdict, while the keys cannot be had", async () => {
    await fal.farEnd.close();
    await expect(arrive()).rejects.toMatchObject({ name: "ProviderFault" });
  });
});
