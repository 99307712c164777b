import { Refusal, type RefusalCode, type RefusalFacts, refusalCodes } from "@covenant/domain";

/** The SQLSTATEs by which the kernel refuses, apart from its bugs: an unknown thing, a key used twice. */
const refusing = /^LG4\d\d$/;

/**
 * Turns a refusal of the kernel into a {@link Refusal}; any other error comes back as it was, for the caller to throw.
 * node-postgres puts state and message on the error, Prisma on the cause of an error inside `meta`, under other names.
 */
export function ledgerRefusal(error: unknown): unknown {
  const message = refusalMessage(error);
  const [, code, facts] = message?.match(/^([a-z-]+\/[a-z-]+) (\{.*\})$/s) ?? [];
  if (!isRefusalCode(code) || facts === undefined) return error;
  return new Refusal(code, JSON.parse(facts) satisfies RefusalFacts);
}

function refusalMessage(error: unknown): string | null {
  for (let depth = 0, at = error; depth < 6 && isObject(at); depth += 1) {
    const state = at.originalCode ?? at.code;
    const message = at.originalMessage ?? at.message;
    if (typeof state === "string" && refusing.test(state) && typeof message === "string") return message;
    at = at.driverAdapterError ?? at.meta ?? at.cause;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isRefusalCode(code: string | undefined): code is RefusalCode {
  return refusalCodes.some((known) => known === code);
}
