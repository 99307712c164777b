import { type AnyRouter, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import * as z from "zod/v4/core";

export type ProcedureType = "query" | "mutation" | "subscription";

/** What a procedure is called with. No step but the one that parses it has seen its input. */
export type Call = { path: string; batchIndex: number; ctx: unknown; getRawInput(): Promise<unknown> };

/** A procedure ready to be called. `run` answers what its output schema lets through. @throws TRPCError */
export type OpenProcedure = { readonly type: ProcedureType; run(call: Call): Promise<unknown> };

type Result = { ok: true; data: unknown } | { ok: false; error: unknown };
type Over = { ctx?: object; input?: unknown };
type StepCall = Call & {
  input: unknown;
  type: ProcedureType;
  meta: unknown;
  signal: undefined;
  next(over?: Over): Promise<Result>;
};
/** A step of a procedure as the library keeps it: its own two, which parse, tell their kind. */
type Step = ((call: StepCall) => Promise<Result>) & { _type?: "input" | "output" };
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

function open(parts: Parts): OpenProcedure {
  const { type, output, inputs } = parts;
  const [input, another] = inputs.map(quick);
  if (another !== undefined) throw new Error("a procedure takes one input");
  const given = output && quick(output);
  const steps = parts.middlewares
    // What leaves is parsed after the last step, for no step of ours looks at it.
    .filter(({ _type }) => _type !== "output")
    .map((step) => (step._type === "input" && input !== undefined ? takeInput(input) : step));
  return {
    type,
    async run(call) {
      const result = await runFrom({ steps, type, meta: parts.meta }, 0, call, undefined);
      if (!result.ok) throw getTRPCErrorFromUnknown(result.error);
      return given === undefined ? result.data : parse(given, result.data, "INTERNAL_SERVER_ERROR");
    },
  };
}

type Chain = { steps: readonly Step[]; type: ProcedureType; meta: unknown };

async function runFrom(chain: Chain, index: number, call: Call, input: unknown): Promise<Result> {
  const step = chain.steps[index];
  if (step === undefined) throw new Error(`the last step of ${call.path} went on`);
  try {
    return await step({
      path: call.path,
      batchIndex: call.batchIndex,
      ctx: call.ctx,
      getRawInput: call.getRawInput,
      input,
      type: chain.type,
      meta: chain.meta,
      signal: undefined,
      next(over) {
        if (over === undefined) return runFrom(chain, index + 1, call, input);
        const changed = over.ctx === undefined ? call : { ...call, ctx: Object.assign({}, call.ctx, over.ctx) };
        return runFrom(chain, index + 1, changed, "input" in over ? over.input : input);
      },
    });
  } catch (error) {
    return { ok: false, error };
  }
}

function takeInput(schema: z.$ZodType): Step {
  return async ({ getRawInput, next }) => next({ input: parse(schema, await getRawInput(), "BAD_REQUEST") });
}

function parse(schema: z.$ZodType, value: unknown, code: "BAD_REQUEST" | "INTERNAL_SERVER_ERROR"): unknown {
  const answer = z.safeParse(schema, value);
  if (!answer.success) throw new TRPCError({ code, cause: answer.error });
  return answer.data;
}

/** The same schema, compiled where it is an object: the domain's are made for browsers, which load no compiler. */
function quick(schema: z.$ZodType): z.$ZodType {
  return schema instanceof z.$ZodObject ? new z.$ZodObjectJIT(schema._zod.def) : schema;
}
