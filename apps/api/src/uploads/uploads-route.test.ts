import {
  idSchema,
  type MemberActor,
  newId,
  Refusal,
  type RefusalCode,
  type RefusalFacts,
  type StorefrontId,
  type UploadView,
  uploadWords,
} from "@covenant/domain";
import Fastify, { type FastifyInstance } from "fastify";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { answerProblems } from "../http/answer-problems.ts";
import { guardHeader, guardOrigin } from "../http/origin-guard.ts";
import { requestFacts } from "../http/request-facts.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { discardUpload } from "./discard-upload.ts";
import { sweepArrivals } from "./end-arrival.ts";
import { finishArrival } from "./finish-arrival.ts";
import { readUpload } from "./read-upload.ts";
import { registerUploads } from "./uploads-route.ts";

let deps: TestDeps;
let app: FastifyInstance;
let actor: MemberActor | null;

const memberOf = (storefront: StorefrontId): MemberActor => ({ kind: "member", memberId: newId("member"), storefront });

beforeAll(async () => {
  deps = await testDeps();
  app = Fastify();
  answerProblems(app);
  await app.register(async (scope) => {
    guardOrigin(scope);
    registerUploads(scope, {
      deps,
      createContext: async (request, reply) => ({
        ...requestFacts(deps, request, reply),
        side: "member",
        storefront: actor?.storefront ?? "image-ai-run",
        actor,
      }),
    });
  });
});
beforeEach(() => {
  deps.clock.set(new Date());
  actor = memberOf("image-ai-run");
});
afterAll(async () => {
  await app.close();
  await deps.close();
});

const ours = { [guardHeader]: "1", "tus-resumable": "1.0.0" };
type Sent = { type?: string; name?: string; headers?: Record<string, string> };
type Method = "POST" | "PATCH" | "HEAD" | "DELETE" | "OPTIONS";

function send(method: Method, url: string, headers: Record<string, string> = {}, payload?: Buffer) {
  return app.inject({ method, url, headers: { ...ours, ...headers }, ...(payload === undefined ? {} : { payload }) });
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

function begin(length: number, { type = "image/jpeg", name = "photo.jpg", headers = {} }: Sent = {}) {
  const metadata = `filename ${base64(name)},filetype ${base64(type)}`;
  return send("POST", "/uploads", { "upload-length": String(length), "upload-metadata": metadata, ...headers });
}

const append = (url: string, offset: number, payload: Buffer) =>
  send("PATCH", url, { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" }, payload);

const arrivalIdOf = (url: string) => idSchema("arrival").parse(url.split("/").at(-1));
const finish = (url: string) => finishArrival(deps, signedIn(), { arrivalId: arrivalIdOf(url) });

function signedIn(): MemberActor {
  if (actor === null) throw new Error("nobody is signed in");
  return actor;
}

/** Sends a whole file, and has an upload made of it. */
async function upload(payload: Buffer, sent: Sent = {}): Promise<UploadView> {
  const begun = await begin(payload.length, sent);
  if (begun.statusCode !== 201) throw refusalIn(begun);
  const url = String(begun.headers.location);
  const sentWhole = await append(url, 0, payload);
  if (sentWhole.statusCode !== 204) throw refusalIn(sentWhole);
  return finish(url);
}

/** What the store still has of an arrival. */
async function partsOf(arrivalId: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of deps.files.list(`${arrivalId}.`)) names.push(name);
  return names;
}

const refusalIn = (response: { json(): { code: RefusalCode; facts: RefusalFacts } }) =>
  new Refusal(response.json().code, response.json().facts);

/** The refusal a file meets, wherever on its way, as the person reads it. */
async function refused(payload: Buffer, sent: Sent = {}) {
  const error = await upload(payload, sent).then(
    () => null,
    (refusal: unknown) => refusal,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error("it was taken");
  return { code: error.code, facts: error.facts, words: uploadWords(error) };
}

async function stored(view: UploadView): Promise<Buffer> {
  const found = actor === null ? null : await readUpload(deps, actor.memberId, view.id);
  if (found === null) throw new Error("the upload is not there");
  return Buffer.from(found.bytes);
}

const drawing = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: "#308050" } });
const photo = () =>
  drawing()
    .withExif({
      IFD0: { Make: "SecretCam", Artist: "Somebody" },
      IFD3: { GPSLatitude: "48/1 51/1 2964/100", GPSLatitudeRef: "N" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg();

it("keeps the picture, the right way up, and none of what the camera wrote about it", async () => {
  const given = await photo().toBuffer();
  const before = await sharp(given).metadata();
  expect([before.orientation, before.exif === undefined]).toEqual([6, false]);
  const view = await upload(Buffer.concat([given, Buffer.from("<script>alert(1)</script>")]));
  expect(view).toMatchObject({ fileName: "photo.jpg", width: 40, height: 60 });
  const bytes = await stored(view);
  const { exif, xmp, iptc, icc, orientation, format } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, icc, orientation, format }).toEqual({ format: "jpeg" });
  for (const trace of ["SecretCam", "Somebody", "<script>"]) expect(bytes.includes(trace), trace).toBe(false);
  expect(view.bytes).toBe(bytes.length);
});

it.each(["png", "webp"] as const)("takes %s, keeps its format and its transparency", async (format) => {
  const given = await drawing().ensureAlpha(0.5)[format]().toBuffer();
  const view = await upload(given, { type: `image/${format}`, name: `a.${format}` });
  const made = await sharp(await stored(view)).metadata();
  expect([made.format, made.hasAlpha]).toEqual([format, true]);
});

it("compresses what is above 10 MB", async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const given = await sharp({ create: { width: 2300, height: 2300, channels: 3, background: "#888", noise } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  expect(given.length).toBeGreaterThan(15 * 1024 * 1024);
  const view = await upload(given, { type: "image/png" });
  expect(view.bytes).toBeLessThanOrEqual(10_000_000);
  expect(view.width).toBeLessThan(2300);
});

it("rules how long it stays by the storefront's terms and stores the ruling", async () => {
  actor = memberOf("modelmyimage");
  const view = await upload(await photo().toBuffer());
  expect(view.keepUntil).not.toBeNull();
  const row = await deps.db.rows.upload.findUniqueOrThrow({ where: { id: view.id } });
  expect(row.keepUntil?.toISOString()).toBe(view.keepUntil);
  const rulings = await deps.db.rows.ruling.findMany({
    where: { memberId: actor.memberId, facts: { path: ["fileId"], equals: view.id } },
  });
  expect(rulings).toMatchObject([{ question: "retention", facts: { subject: "upload", fileId: view.id } }]);
});

it.each([
  ["image/heic", "HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0")],
  ["image/avif", "AVIF", Buffer.from("\0\0\0\x18ftypavif\0\0\0\0")],
  ["image/gif", "GIF", Buffer.from("GIF89a, and more")],
  ["image/svg+xml", "SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
])(
  "refuses %s by its name, also when it calls itself a JPEG, before the rest of it has come",
  async (type, format, front) => {
    const words = `${format} files are not taken. Save it as JPEG, PNG or WebP.`;
    expect(await refused(front, { type })).toEqual({ code: "upload/unsupported", facts: { format }, words });
    const url = String((await begin(400_000)).headers.location);
    const response = await append(url, 0, Buffer.concat([front, Buffer.alloc(1000)]));
    expect([response.statusCode, response.json().message]).toEqual([415, words]);
    expect((await send("HEAD", url)).statusCode).toBe(404);
    expect(await deps.db.rows.arrival.count({ where: { id: arrivalIdOf(url) } })).toBe(0);
  },
);

it.each(["application/json", "multipart/form-data; boundary=x", "text/plain"])("takes no bytes as %s", async (type) => {
  const url = String((await begin(10)).headers.location);
  const headers = { "upload-offset": "0", "content-type": type };
  expect((await send("PATCH", url, headers, Buffer.from("{}"))).statusCode).toBe(415);
});

it("says of a broken image when it has come that it is damaged and what to do, and stores nothing of it", async () => {
  const given = await photo().toBuffer();
  const flipped = Buffer.from(await drawing().png().toBuffer());
  flipped.fill(0xff, flipped.length - 40, flipped.length - 20);
  const cut = given.subarray(0, given.length >> 1);
  for (const payload of [cut, flipped, Buffer.from("not an image at all"), Buffer.alloc(0)]) {
    const refusal = await refused(payload);
    expect(refusal).toMatchObject({ code: "upload/damaged", words: expect.stringContaining("save it anew") });
  }
  const { memberId } = signedIn();
  expect(await deps.db.rows.upload.count({ where: { memberId } })).toBe(0);
  expect(await deps.db.rows.arrival.count({ where: { memberId } })).toBe(0);
});

it("refuses more bytes than its storefront takes before any has come, and more pixels", async () => {
  const large = await begin(25_000_001);
  expect([large.statusCode, large.json()]).toEqual([
    413,
    {
      code: "upload/too-large",
      message: "This image has more than 25 MB. Make it smaller first.",
      facts: { mostBytes: 25_000_000 },
    },
  ]);
  actor = memberOf("modelmyimage");
  expect((await begin(400_000_000)).statusCode).toBe(201);
  expect((await begin(400_000_001)).json().message).toContain("more than 400 MB");
  const wide = await drawing(16_000, 16_000).png().toBuffer();
  expect(wide.length).toBeLessThan(4_000_000);
  expect(await refused(wide, { type: "image/png" })).toMatchObject({
    code: "upload/too-large",
    words: "This image has more than 160 megapixels. Make it smaller first.",
  });
});

it("goes on where the line broke, and takes no byte twice", async () => {
  const given = await photo().toBuffer();
  const url = String((await begin(given.length)).headers.location);
  const half = given.length >> 1;
  expect((await append(url, 0, given.subarray(0, half))).headers["upload-offset"]).toBe(String(half));
  const again = await append(url, 0, given.subarray(0, half));
  expect([again.statusCode, again.json().code]).toEqual([409, "upload/out-of-step"]);
  await expect(finish(url)).rejects.toMatchObject({ code: "upload/out-of-step" });
  const head = await send("HEAD", url);
  expect(head.headers).toMatchObject({ "upload-offset": String(half), "upload-length": String(given.length) });
  const racing = await Promise.all([1, 2, 3].map(() => append(url, half, given.subarray(half))));
  expect(racing.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409, 409]);
  expect(await finish(url)).toMatchObject({ width: 40, height: 60 });
});

it("refuses bytes beyond what was announced", async () => {
  const url = String((await begin(10)).headers.location);
  expect((await append(url, 0, await photo().toBuffer())).statusCode).toBe(413);
  expect((await send("HEAD", url)).headers["upload-offset"]).toBe("0");
});

it("makes one upload of a file, however often it is asked, and keeps nothing of it as it came", async () => {
  const given = await photo().toBuffer();
  const url = String((await begin(given.length)).headers.location);
  await append(url, 0, given);
  const [one, other] = await Promise.all([finish(url), finish(url)]);
  expect(other).toEqual(one);
  expect(await finish(url)).toEqual(one);
  expect(await deps.db.rows.upload.count({ where: { memberId: signedIn().memberId } })).toBe(1);
  const arrivalId = arrivalIdOf(url);
  await sweepArrivals(deps);
  expect(await deps.keys.find(arrivalId)).toBeNull();
  expect(await partsOf(arrivalId)).toEqual([]);
});

it("destroys what was taken back, and what never came whole once its time is over", async () => {
  const given = await photo().toBuffer();
  const [taken, forgotten] = await Promise.all(
    [0, 1].map(async () => String((await begin(given.length)).headers.location)),
  );
  for (const url of [taken, forgotten]) await append(String(url), 0, given.subarray(0, 300));
  expect((await send("DELETE", String(taken))).statusCode).toBe(204);
  expect((await send("HEAD", String(taken))).statusCode).toBe(404);
  const id = arrivalIdOf(String(forgotten));
  await deps.db.rows.arrival.update({ where: { id }, data: { keepUntil: new Date(Date.now() - 1000) } });
  expect((await send("HEAD", String(forgotten))).statusCode).toBe(404);
  await sweepArrivals(deps);
  for (const gone of [arrivalIdOf(String(taken)), id]) {
    expect(await deps.keys.find(gone)).toBeNull();
    expect(await partsOf(gone)).toEqual([]);
  }
});

it("keeps one member's arrival from another, as if it were not there", async () => {
  const url = String((await begin(1000)).headers.location);
  actor = memberOf("image-ai-run");
  const foreign = await send("HEAD", url);
  const nobodys = await send("HEAD", `/uploads/${newId("arrival")}`);
  expect([foreign.statusCode, foreign.body]).toEqual([404, nobodys.body]);
  expect((await append(url, 0, Buffer.alloc(100))).statusCode).toBe(404);
  expect((await send("DELETE", url)).statusCode).toBe(404);
  await expect(finish(url)).rejects.toMatchObject({ code: "thing/not-found" });
});

it("asks for a session, for our own page and for its protocol", async () => {
  const foreign = await app.inject({ method: "POST", url: "/uploads", headers: { "tus-resumable": "1.0.0" } });
  expect(foreign.statusCode).toBe(403);
  expect((await begin(10, { headers: { origin: "https://evil.test" } })).statusCode).toBe(403);
  expect((await begin(10, { headers: { "tus-resumable": "0.2.2" } })).statusCode).toBe(412);
  expect((await send("OPTIONS", "/uploads")).headers).toMatchObject({ "tus-version": "1.0.0" });
  actor = null;
  const response = await begin(10);
  expect([response.statusCode, response.json().code]).toEqual([401, "session/required"]);
});

it("keeps one member's upload from another", async () => {
  const view = await upload(await photo().toBuffer());
  expect(await readUpload(deps, newId("member"), view.id)).toBeNull();
  await expect(discardUpload(deps, memberOf("image-ai-run"), { uploadId: view.id })).rejects.toThrow("thing/not-found");
  expect(await stored(view)).not.toHaveLength(0);
});

it("discards an upload with a receipt, and forgets what it was called", async () => {
  const view = await upload(await photo().toBuffer(), { name: "my divorce papers.jpg" });
  const receipt = await discardUpload(deps, signedIn(), { uploadId: view.id });
  expect(receipt).toMatchObject({ cause: "member-request" });
  expect(await discardUpload(deps, signedIn(), { uploadId: view.id })).toEqual(receipt);
  expect(await readUpload(deps, signedIn().memberId, view.id)).toBeNull();
  expect((await deps.db.rows.upload.findUniqueOrThrow({ where: { id: view.id } })).fileName).toBe("");
});

it.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\photos\\cat.jpg", "cat.jpg"],
  ["a\r\nSet-Cookie: x.jpg", "aSet-Cookie: x.jpg"],
  ["gpj.\u202Eexe", "gpj.exe"],
  ["", "upload"],
  ["猫".repeat(200), "猫".repeat(120)],
])("shows the name %j as %j", async (name, shown) => {
  expect((await upload(await photo().toBuffer(), { name })).fileName).toBe(shown);
});
