import { createHash, createPublicKey, randomBytes, verify } from "node:crypto";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Deletion, readDeletion, signDeletion } from "./deletion-receipt.ts";
import { listReceiptKeys, receiptKeyOf } from "./receipt-key.ts";
import { registerReceiptKeys } from "./receipt-keys-route.ts";

const newKey = () => randomBytes(32).toString("base64");
const settings = { RECEIPT_KEY: newKey(), RECEIPT_KEYS_BEFORE: [] };
const app = Fastify();

const deletion: Deletion = {
  iss: "https://image-ai-run.test",
  jti: "receipt-art_1",
  file: "art_1",
  kind: "artifact",
  sha256: "ab".repeat(32),
  key_destroyed_at: "2026-01-02T03:04:05.678Z",
  bytes_deleted_at: "2026-01-02T03:04:06.000Z",
  cause: "member-request",
  terms: "2026-01-01",
  clauses: ["IAI-1"],
};

beforeAll(async () => {
  registerReceiptKeys(app, { settings });
});
afterAll(() => app.close());

it("is verified by the published key and nothing else of ours", async () => {
  const answer = await app.inject("/.well-known/jwks.json");
  expect(answer.headers).toMatchObject({
    "content-type": expect.stringContaining("application/jwk-set+json"),
    "access-control-allow-origin": "*",
  });
  const [header = "", payload = "", signature = ""] = signDeletion(settings, deletion).split(".");
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
  const jwk = answer.json().keys.find((each: { kid: string }) => each.kid === kid);
  const key = createPublicKey({ key: jwk, format: "jwk" });
  const said = Buffer.from(`${header}.${payload}`);
  expect(verify(null, said, key, Buffer.from(signature, "base64url"))).toBe(true);
  expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual(deletion);
});

it("publishes no private half, and names each key by what it is", () => {
  const [jwk, ...others] = listReceiptKeys(settings);
  expect(others).toEqual([]);
  expect(Object.keys(jwk ?? {}).toSorted()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
  const named = createHash("sha256").update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x: jwk?.x }));
  expect(jwk?.kid).toBe(named.digest("base64url"));
});

it("is the same receipt each time the same is signed", () => {
  expect(signDeletion(settings, deletion)).toBe(signDeletion(settings, deletion));
});

it("stays proven after its key was changed, while that key is listed, and not after", () => {
  const receipt = signDeletion(settings, deletion);
  const [before] = listReceiptKeys(settings);
  const rotated = { RECEIPT_KEY: newKey(), RECEIPT_KEYS_BEFORE: [before?.x ?? ""] };
  expect(listReceiptKeys(rotated).map(({ kid }) => kid)).toEqual([receiptKeyOf(rotated).kid, before?.kid]);
  expect(readDeletion(rotated, receipt)).toEqual(deletion);
  expect(readDeletion({ ...rotated, RECEIPT_KEYS_BEFORE: [] }, receipt)).toBeNull();
});

it("is nothing once a word of it was changed, or another key or another kind of statement signed it", () => {
  const receipt = signDeletion(settings, deletion);
  const [header = "", payload = "", signature = ""] = receipt.split(".");
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const otherFile = encode({ ...deletion, file: "art_2" });
  const head = JSON.parse(Buffer.from(header, "base64url").toString());
  const foreign = signDeletion({ RECEIPT_KEY: newKey() }, deletion).split(".")[2];
  for (const forged of [
    `${header}.${otherFile}.${signature}`,
    `${header}.${payload}.${foreign}`,
    `${encode({ ...head, alg: "none" })}.${payload}.`,
    `${encode({ ...head, typ: "JWT" })}.${payload}.${signature}`,
    `${receipt}.x`,
    "no receipt",
    "",
  ])
    expect(readDeletion(settings, forged), forged).toBeNull();
  expect(readDeletion(settings, receipt)).toEqual(deletion);
});
