import { callTRPCProcedure, initTRPC, type TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";
import { adminRouter } from "./admin-router.ts";
import { openProcedures } from "./open-procedures.ts";
import { shapeError } from "./shape-error.ts";
import { webRouter } from "./web-router.ts";

const t = initTRPC.context<{ name: string }>().create();
const seen: unknown[] = [];
const step = t.procedure.use(({ ctx, input, next }) => {
  seen.push(input);
  return next({ ctx: { name: `${ctx.name}!` } });
});
const router = t.router({
  plain: t.procedure.query(({ ctx, input }) => ({ ...ctx, input })),
  changed: step.query(({ ctx }) => ctx.name),
  taken: step.input(z.strictObject({ n: z.coerce.number() })).query(({ input, ctx }) => [input.n + 1, ctx.name]),
  given: t.procedure.output(mini.object({ a: mini.string() })).query(() => ({ a: "a", secret: "s" })),
  wrong: t.procedure.output(mini.object({ a: mini.string() })).query((): { a: string } => JSON.parse('{"a":1}')),
  fails: step.query(() => Promise.reject(new Error("inside"))),
  within: t.router({ deep: t.procedure.query(() => "deep") }),
});

type Told = { data: unknown } | { code: TRPCError["code"]; cause: string | undefined };
const told = (answer: Promise<unknown>): Promise<Told> =>
  answer.then(
    (data) => ({ data }),
    ({ code, cause }: TRPCError) => ({ code, cause: cause?.name === "$ZodError" ? "ZodError" : cause?.name }),
  );
const callOf = (path: string, input: unknown) => ({
  path,
  batchIndex: 0,
  ctx: { name: "me" },
  getRawInput: async () => input,
});
const ours = (path: string, input?: unknown) => told(open(path).run(callOf(path, input)));
const theirs = (path: string, input?: unknown) =>
  told(callTRPCProcedure({ router, type: "query", signal: undefined, ...callOf(path, input) }));

const procedures = openProcedures(router);
function open(path: string) {
  const procedure = procedures.get(path);
  if (procedure === undefined) throw new Error(`no ${path}`);
  return procedure;
}

it.each([
  ["plain"],
  ["changed"],
  ["taken", { n: "1" }],
  ["taken", { n: "x" }],
  ["taken", { n: 1, more: true }],
  ["taken"],
  ["given"],
  ["wrong"],
  ["fails"],
  ["within.deep"],
])("answers as the library does: %s %o", async (path, input?: unknown) => {
  expect(await ours(path, input)).toEqual(await theirs(path, input));
});

it("shows nobody an input that no schema has let through", async () => {
  expect(await ours("plain", { evil: true })).toEqual({ data: { name: "me", input: undefined } });
  seen.length = 0;
  await ours("taken", { n: 1 });
  expect(seen).toEqual([undefined]);
});

it("sends nothing that the output does not name, and says nothing of one that is wrong", async () => {
  expect(await ours("given")).toEqual({ data: { a: "a" } });
  const error = await open("wrong")
    .run(callOf("wrong", undefined))
    .catch((thrown: TRPCError) => thrown);
  expect(shapeError({ error: error as TRPCError })).toMatchObject({ data: { httpStatus: 500, fields: null } });
});

it("opens every procedure of both sides", () => {
  for (const side of [webRouter, adminRouter])
    expect([...openProcedures(side).keys()]).toEqual(Object.keys(side._def.procedures));
});
