import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { masterKeyOf, unwrapKey, wrapKey } from "./wrap-key.ts";

const master = masterKeyOf({ MASTER_KEY: randomBytes(32).toString("base64") });
const seal = { fileId: "upl_0123456789abcdef0123456789abcdef", key: randomBytes(32) };

it("gives the data key back to its own file, and names the master key by its digest", () => {
  const wrapped = wrapKey(master, seal);
  expect(Buffer.from(unwrapKey([master], seal.fileId, wrapped).key).equals(seal.key)).toBe(true);
  expect(wrapped.master).toBe(createHash("sha256").update(master.key).digest("hex").slice(0, 8));
});

it("never shows the data key in what is stored", () => {
  expect(Buffer.from(wrapKey(master, seal).wrapped).includes(seal.key)).toBe(false);
});

it("refuses another file, another master key, and any changed byte", () => {
  const { wrapped, master: name } = wrapKey(master, seal);
  const other = { name, key: randomBytes(32) };
  expect(() => unwrapKey([master], "upl_ffffffffffffffffffffffffffffffff", { wrapped, master: name })).toThrow();
  expect(() => unwrapKey([other], seal.fileId, { wrapped, master: name })).toThrow();
  expect(() => unwrapKey([master], seal.fileId, { wrapped, master: "00000000" })).toThrow("master key 00000000");
  for (let at = 0; at < wrapped.length; at += 1) {
    const changed = Buffer.from(wrapped);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => unwrapKey([master], seal.fileId, { wrapped: changed, master: name }), `byte ${at}`).toThrow();
  }
});
