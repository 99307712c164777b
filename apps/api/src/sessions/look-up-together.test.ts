import { expect, it } from "vitest";
import { lookUpTogether } from "./look-up-together.ts";

const turn = () => new Promise<void>((resume) => setImmediate(resume));
const doubled = (keys: readonly number[]) => new Map(keys.filter((key) => key > 0).map((key) => [key, 2 * key]));

it("looks up once what is asked for in one turn, and gives each asker its own", async () => {
  const asked: (readonly number[])[] = [];
  const lookUp = lookUpTogether(async (keys: readonly number[]) => {
    asked.push(keys);
    return doubled(keys);
  });
  expect(await Promise.all([lookUp(1), lookUp(2), lookUp(-1), lookUp(1)])).toEqual([2, 4, undefined, 2]);
  expect(asked).toEqual([[1, 2, -1]]);
});

it("never answers with a lookup that began before the question", async () => {
  let state = "before";
  const lookUp = lookUpTogether(async (keys: readonly number[]) => {
    const seen = state;
    await turn();
    return new Map(keys.map((key) => [key, seen]));
  });
  const first = lookUp(1);
  await turn();
  state = "after";
  expect(await lookUp(1)).toBe("after");
  expect(await first).toBe("before");
});

it("fails for all that asked together, and for nobody after them", async () => {
  let broken = true;
  const lookUp = lookUpTogether(async (keys: readonly number[]) => {
    if (broken) throw new Error("gone");
    return doubled(keys);
  });
  const settled = await Promise.allSettled([lookUp(1), lookUp(2)]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await lookUp(3)).toBe(6);
});
