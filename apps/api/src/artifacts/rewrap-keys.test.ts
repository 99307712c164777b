import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTotp } from "../staff/staff-store.ts";
import { type Planted, plantArtifact } from "../testing/plant-artifact.ts";
import { runBin } from "../testing/run-bin.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testStaff } from "../testing/test-people.ts";
import { openFile } from "./open-file.ts";
import { purgeFile } from "./purge-file.ts";
import { rewrapKeys } from "./rewrap-keys.ts";

let deps: TestDeps;
let rotated: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  const { MASTER_KEY } = deps.settings;
  const next = { MASTER_KEY: randomBytes(32).toString("base64"), MASTER_KEYS_BEFORE: [MASTER_KEY] };
  rotated = { ...deps, settings: { ...deps.settings, ...next } };
});
afterAll(() => deps.close());

/** Knows the new master key and no other. */
const afterwards = () => ({ ...rotated, settings: { ...rotated.settings, MASTER_KEYS_BEFORE: [] } });

async function clearBytes(of: Pick<TestDeps, "settings" | "keys" | "files">, { artifactId }: Planted) {
  const bytes = await openFile(of, artifactId);
  return bytes === null ? null : buffer(bytes);
}

it("goes on after it was stopped, beside deliveries and purges, and then nothing needs the old key", async () => {
  const bytes = randomBytes(50);
  const [first, second, third] = [
    await plantArtifact(deps, { bytes }),
    await plantArtifact(deps, { bytes }),
    await plantArtifact(deps, { bytes }),
  ];
  let left = 2;
  const stops: TestDeps["keys"] = {
    ...rotated.keys,
    rewrap: (...asked) => (left-- > 0 ? rotated.keys.rewrap(...asked) : Promise.reject(new Error("killed"))),
  };
  await expect(rewrapKeys({ keys: stops, settings: rotated.settings })).rejects.toThrow("killed");
  for (const planted of [first, second, third]) expect(await clearBytes(rotated, planted)).toEqual(bytes);

  const purging = { kind: "artifact", id: second.artifactId, cause: "member-request" } as const;
  const [, , late] = await Promise.all([
    rewrapKeys(rotated),
    purgeFile(deps, purging),
    plantArtifact(deps, { bytes }),
    rewrapKeys(rotated),
  ]);
  await rewrapKeys(rotated);
  expect(await rewrapKeys(rotated)).toBe(0);
  for (const planted of [first, third, late]) expect(await clearBytes(afterwards(), planted)).toEqual(bytes);
  expect(await clearBytes(rotated, second)).toBeNull();
  await expect(clearBytes(deps, first)).rejects.toThrow("is wrapped by master key");
});

it("never brings back a key that was destroyed between reading and writing it", async () => {
  const { artifactId } = await plantArtifact(deps);
  const earlier = await deps.keys.find(artifactId);
  await deps.keys.destroy(artifactId);
  const now = { wrapped: randomBytes(60), master: "00000000" };
  expect(await deps.keys.rewrap(artifactId, earlier?.wrapped ?? new Uint8Array(), now)).toBe(false);
  expect(await deps.keys.find(artifactId)).toBeNull();
});

it("is a command, which also seals second factors anew", async () => {
  const planted = await plantArtifact(deps);
  const { staffId } = await testStaff(deps);
  const { code, said } = await runBin("keys-rotate", rotated);
  expect([code, said]).toEqual([0, expect.stringContaining("1 keys wrapped and 1 second factors sealed")]);
  expect(await clearBytes(afterwards(), planted)).not.toBeNull();
  const { totpSealed } = await deps.db.rows.staff.findUniqueOrThrow({ where: { id: staffId } });
  expect(openTotp(afterwards().settings, { id: staffId, totpSealed })).toMatch(/^[A-Z2-7]+$/);
  expect(() => openTotp(deps.settings, { id: staffId, totpSealed })).toThrow();
});
