import { request as httpRequest, type IncomingMessage } from "node:http";
import { type AttemptId, type GenerationId, type MemberActor, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readAttempt } from "../generations/read-attempt.ts";
import { runAttempt } from "../generations/run-attempt.ts";
import { hosts, type TestSite, testSite } from "../testing/test-site.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import type { ErrorShape } from "../trpc/shape-error.ts";

let studio: TestStudio;
let site: TestSite;
let address: string;
let member: MemberActor;
let cookie: string;

beforeAll(async () => {
  studio = await testStudio();
  site = await testSite(studio.deps);
  address = await site.app.listen({ port: 0, host: "127.0.0.1" });
});
beforeEach(async () => {
  member = await studio.member();
  cookie = await site.memberCookie(member.memberId);
});
afterAll(async () => {
  await site.app.close();
  await studio.deps.close();
});

type Stream = { next(): Promise<{ event: string; data: string }>; leave(): void; ended: Promise<void> };

/** Opens a subscription as a browser does, over a real connection. */
async function subscribe(path: string, input: unknown, asker = cookie): Promise<Stream & { status: number }> {
  const origin = new URL(address);
  const sent = httpRequest({
    host: origin.hostname,
    port: origin.port,
    path: `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers: { host: hosts["image-ai-run"], cookie: asker, accept: "text/event-stream" },
  });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve).once("error", reject).end();
  });
  sent.on("error", () => {});
  const chunks = response[Symbol.asyncIterator]();
  let text = "";
  return {
    status: response.statusCode ?? 0,
    ended: new Promise((resolve) => response.once("close", resolve)),
    leave: () => sent.destroy(),
    async next() {
      while (!text.includes("\n\n")) {
        const { value, done } = await chunks.next();
        if (done === true) return { event: "end", data: "" };
        text += String(value);
      }
      const [block = "", ...rest] = text.split("\n\n");
      text = rest.join("\n\n");
      const lineOf = (name: string) =>
        block
          .split("\n")
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim();
      return { event: lineOf("event") ?? "message", data: lineOf("data") ?? "" };
    },
  };
}

/** The next state a stream tells of; other events are the connection's own. */
async function nextState(stream: Stream): Promise<string> {
  for (;;) {
    const { event, data } = await stream.next();
    if (event === "message" && data !== "") return JSON.parse(data).state;
    if (event === "end" || event === "serialized-error") throw new Error(`${event} ${data}`);
  }
}

const listeners = async () => {
  const [row] = await studio.deps.db.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    [],
  );
  return row?.n ?? 0;
};

it("streams a generation's state now and after each change, over one listening connection for all readers", async () => {
  const generationId = await studio.request(member);
  const streams = await Promise.all([1, 2, 3].map(() => subscribe("generations.watch", { generationId })));
  for (const stream of streams) expect(await nextState(stream)).toBe("queued");
  expect(await listeners()).toBeLessThanOrEqual(1);
  await deliver(generationId);
  for (const stream of streams) {
    let state = "queued";
    while (state !== "delivered") state = await nextState(stream);
    stream.leave();
  }
});

async function deliver(generationId: GenerationId): Promise<void> {
  await runAttempt(studio.deps, { generationId });
  const { id } = await studio.deps.db.rows.attempt.findFirstOrThrow({ where: { generationId } });
  await readAttempt(studio.deps, { attemptId: id as AttemptId });
}

it("lets go of a reader who leaves", async () => {
  const generationId = await studio.request(member);
  let watching = 0;
  const { watch } = studio.deps.live;
  studio.deps.live.watch = async function* (id, signal) {
    watching += 1;
    try {
      yield* watch(id, signal);
    } finally {
      watching -= 1;
    }
  };
  const stream = await subscribe("generations.watch", { generationId });
  expect(await nextState(stream)).toBe("queued");
  expect(watching).toBe(1);
  stream.leave();
  await expect.poll(() => watching).toBe(0);
  studio.deps.live.watch = watch;
});

/** The refusal a stream begins with; the client library stops at codes below 500 and does not come back. */
async function refusalOf(stream: Stream): Promise<ErrorShape> {
  const { event, data } = await stream.next();
  if (event === "connected") return refusalOf(stream);
  expect(event).toBe("serialized-error");
  stream.leave();
  const { data: facts, ...rest } = JSON.parse(data);
  return { ...rest, data: { ...facts, requestId: null } };
}

it("tells a reader of somebody else's generation what it tells of one that never was, for good", async () => {
  const theirs = await studio.request(await studio.member());
  const [foreign, unknown] = [theirs, newId("generation")].map((generationId) =>
    subscribe("generations.watch", { generationId }).then(refusalOf),
  );
  expect(await foreign).toEqual(await unknown);
  expect(await unknown).toMatchObject({
    data: { code: "NOT_FOUND", httpStatus: 404, refusal: { code: "thing/not-found" } },
  });
});

it("streams nothing to whoever is not signed in", async () => {
  const generationId = await studio.request(member);
  const stream = await subscribe("generations.watch", { generationId }, "");
  expect(await refusalOf(stream)).toMatchObject({ data: { code: "UNAUTHORIZED", httpStatus: 401 } });
});
