import { type AnyRouter, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import * as z from "zod/v4/core";

export type ProcedureType = "query" | "mutation" | "subscription";

/** What a procedure is called with. Its input is not looked at before its schema has been. */
export type Call = { path: string; batchIndex: number; ctx: unknown; getRawInput(): Promise<unknown> };

/** A procedure ready to be called. `run` answers what its output schema lets through. @throws TRPCError, nothing else. */
export type OpenProcedure = { readonly type: ProcedureType; run(call: Call): Promise<unknown> };

type Result = { ok: true; data: unknown } | { ok: false; error: unknown };
type Given = Call & { input: unknown };
type Next = { next(over?: { ctx?: object; input?: unknown }): Promise<Result> };
/** A step of a procedure as the library keeps it: its own two tell their kind. */
type Step = ((call: Given & Next & { type: string; meta: unknown; signal: undefined }) => Promise<Result>) & {
  _type?: "input" | "output";
};
type Parts = {
  type: ProcedureType;
  meta: unknown;
  middlewares: readonly Step[];
  inputs: readonly z.$ZodType[];
  output?: z.$ZodType;
};

/**
 * The procedures of a router by their paths, each with its own steps in their order. The library's runner copies a call
 * twice for each step, and its two steps that parse take the way of schemas that wait for something, which ours do not;
 * this costs more than everything else in a small read.
 */
export function openProcedures(router: AnyRouter): ReadonlyMap<string, OpenProcedure> {
  const procedures: Record<string, { _def: Parts }> = router._def.procedures;
  return new Map(Object.entries(procedures).map(([path, { _def }]) => [path, open(_def)]));
}

function open({ type, meta, middlewares, inputs, output }: Parts): OpenProcedure {
  if (inputs.length > 1) throw new Error("a procedure takes one input");
  const steps = middlewares.map((step) => {
    if (step._type === "input") return takeInput(inputs[0]);
    return step._type === "output" ? giveOutput(output) : step;
  });
  async function runFrom(index: number, given: Given): Promise<Result> {
    const step = steps[index];
    if (step === undefined) throw new Error(`the last step of ${given.path} went on`);
    try {
      return await step({
        ...given,
        type,
        meta,
        signal: undefined,
        next(over) {
          return runFrom(index + 1, over === undefined ? given : changed(given, over));
        },
      });
    } catch (error) {
      return { ok: false, error };
    }
  }
  return {
    type,
    async run(call) {
      const result = await runFrom(0, { ...call, input: undefined });
      if (!result.ok) throw getTRPCErrorFromUnknown(result.error);
      return result.data;
    },
  };
}

function changed(given: Given, { ctx, input = given.input }: { ctx?: object; input?: unknown }): Given {
  return { ...given, ctx: ctx === undefined ? given.ctx : Object.assign({}, given.ctx, ctx), input };
}

function takeInput(schema: z.$ZodType | undefined): Step {
  return async ({ getRawInput, next }) => next({ input: parse(schema, await getRawInput(), "BAD_REQUEST") });
}

function giveOutput(schema: z.$ZodType | undefined): Step {
  return async ({ next }) => {
    const result = await next();
    return result.ok ? { ok: true, data: parse(schema, result.data, "INTERNAL_SERVER_ERROR") } : result;
  };
}

function parse(schema: z.$ZodType | undefined, value: unknown, code: "BAD_REQUEST" | "INTERNAL_SERVER_ERROR"): unknown {
  if (schema === undefined) throw new Error("a step that parses has no schema");
  const answer = z.safeParse(schema, value);
  if (!answer.success) throw new TRPCError({ code, cause: answer.error });
  return answer.data;
}
