import { type MemberActor, newId, type StorefrontId, type UploadView } from "@covenant/domain";
import Fastify, { type FastifyInstance } from "fastify";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { answerProblems } from "../http/answer-problems.ts";
import { guardHeader, guardOrigin } from "../http/origin-guard.ts";
import { requestFacts } from "../http/request-facts.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { bytesAtMost } from "./answer-refusal.ts";
import { discardUpload } from "./discard-upload.ts";
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

function upload(payload: Buffer, { type = "image/jpeg", name = "photo.jpg", headers = {} } = {}) {
  return app.inject({
    method: "POST",
    url: `/uploads?name=${encodeURIComponent(name)}`,
    headers: { [guardHeader]: "1", "content-type": type, ...headers },
    payload,
  });
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
  const response = await upload(Buffer.concat([given, Buffer.from("<script>alert(1)</script>")]));
  expect(response.statusCode).toBe(201);
  const view = response.json<UploadView>();
  expect(view).toMatchObject({ fileName: "photo.jpg", width: 40, height: 60 });
  const bytes = await stored(view);
  const { exif, xmp, iptc, icc, orientation, format } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, icc, orientation, format }).toEqual({ format: "jpeg" });
  for (const trace of ["SecretCam", "Somebody", "<script>"]) expect(bytes.includes(trace), trace).toBe(false);
  expect(view.bytes).toBe(bytes.length);
});

it.each(["png", "webp"] as const)("takes %s, keeps its format and its transparency", async (format) => {
  const given = await drawing().ensureAlpha(0.5)[format]().toBuffer();
  const response = await upload(given, { type: `image/${format}`, name: `a.${format}` });
  expect(response.statusCode).toBe(201);
  const made = await sharp(await stored(response.json<UploadView>())).metadata();
  expect([made.format, made.hasAlpha]).toEqual([format, true]);
});

it("compresses what is above 10 MB", async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const given = await sharp({ create: { width: 2300, height: 2300, channels: 3, background: "#888", noise } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  expect(given.length).toBeGreaterThan(15 * 1024 * 1024);
  const view = (await upload(given, { type: "image/png" })).json<UploadView>();
  expect(view.bytes).toBeLessThanOrEqual(10 * 1024 * 1024);
  expect(view.width).toBeLessThan(2300);
});

it("rules how long it stays by the storefront's terms and stores the ruling", async () => {
  actor = memberOf("modelmyimage");
  const view = (await upload(await photo().toBuffer())).json<UploadView>();
  expect(view.keepUntil).not.toBeNull();
  const row = await deps.db.rows.upload.findUniqueOrThrow({ where: { id: view.id } });
  expect(row.keepUntil?.toISOString()).toBe(view.keepUntil);
  const rulings = await deps.db.rows.ruling.findMany({ where: { memberId: actor.memberId } });
  expect(rulings).toMatchObject([{ question: "retention", facts: { subject: "upload", fileId: view.id } }]);
});

it.each([
  ["image/heic", "HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0")],
  ["image/avif", "AVIF", Buffer.from("\0\0\0\x18ftypavif\0\0\0\0")],
  ["image/gif", "GIF", Buffer.from("GIF89a")],
  ["image/svg+xml", "SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
])("refuses %s by its name, also when it calls itself a JPEG", async (type, format, payload) => {
  for (const announced of [type, "image/jpeg"]) {
    const response = await upload(payload, { type: announced });
    expect(response.statusCode).toBe(415);
    expect(response.json()).toEqual({
      code: "upload/unsupported",
      message: `${format} files are not taken. Save it as JPEG, PNG or WebP.`,
      facts: { format },
    });
  }
});

it.each(["application/json", "multipart/form-data; boundary=x", "text/plain"])("takes no %s", async (type) => {
  const response = await upload(Buffer.from("{}"), { type });
  expect([response.statusCode, response.json().code]).toEqual([415, "upload/unsupported"]);
});

it("says of a broken image when it comes that it is damaged and what to do, and stores nothing of it", async () => {
  const given = await photo().toBuffer();
  const flipped = Buffer.from(await drawing().png().toBuffer());
  flipped.fill(0xff, flipped.length - 40, flipped.length - 20);
  const cut = given.subarray(0, given.length >> 1);
  for (const payload of [cut, flipped, Buffer.from("not an image at all"), Buffer.alloc(0)]) {
    const response = await upload(payload);
    expect([response.statusCode, response.json()]).toMatchObject([
      400,
      { code: "upload/damaged", message: expect.stringContaining("save it anew") },
    ]);
  }
  expect(await deps.db.rows.upload.count({ where: { memberId: actor?.memberId ?? "" } })).toBe(0);
});

it("refuses more bytes than it takes, and more pixels", async () => {
  const response = await upload(Buffer.alloc(bytesAtMost + 1));
  expect(response.json().message).toBe("This image has more than 25 MB. Make it smaller first.");
  expect([response.statusCode, response.json()]).toMatchObject([
    413,
    { code: "upload/too-large", facts: { mostBytes: bytesAtMost } },
  ]);
  const wide = await drawing(9000, 4500).png().toBuffer();
  const bomb = await upload(wide, { type: "image/png" });
  expect(bomb.json().message).toBe("This image has more than 40 megapixels. Make it smaller first.");
  expect([bomb.statusCode, bomb.json()]).toMatchObject([
    413,
    { code: "upload/too-large", facts: { mostPixels: 40_000_000 } },
  ]);
});

it("asks for a session and for our own page", async () => {
  const given = await photo().toBuffer();
  actor = null;
  const response = await upload(given);
  expect([response.statusCode, response.json().code]).toEqual([401, "session/required"]);
  const url = "/uploads?name=a.jpg";
  const foreign = await app.inject({ method: "POST", url, headers: { "content-type": "image/jpeg" }, payload: given });
  expect(foreign.statusCode).toBe(403);
  const evil = await upload(given, { headers: { origin: "https://evil.test" } });
  expect(evil.statusCode).toBe(403);
});

it("keeps one member's upload from another", async () => {
  const view = (await upload(await photo().toBuffer())).json<UploadView>();
  expect(await readUpload(deps, newId("member"), view.id)).toBeNull();
  await expect(discardUpload(deps, memberOf("image-ai-run"), { uploadId: view.id })).rejects.toThrow("thing/not-found");
  expect(await stored(view)).not.toHaveLength(0);
});

it("discards an upload with a receipt, and forgets what it was called", async () => {
  const view = (await upload(await photo().toBuffer(), { name: "my divorce papers.jpg" })).json<UploadView>();
  if (actor === null) throw new Error("nobody is signed in");
  const receipt = await discardUpload(deps, actor, { uploadId: view.id });
  expect(receipt).toMatchObject({ cause: "member-request" });
  expect(await discardUpload(deps, actor, { uploadId: view.id })).toEqual(receipt);
  expect(await readUpload(deps, actor.memberId, view.id)).toBeNull();
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
  expect((await upload(await photo().toBuffer(), { name })).json<UploadView>().fileName).toBe(shown);
});
