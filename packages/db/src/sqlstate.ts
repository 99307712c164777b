/** The SQLSTATE of a database error, however deep the driver or Prisma has wrapped it. */
export function sqlstateOf(error: unknown): string | null {
  for (let depth = 0, at: unknown = error; depth < 6 && typeof at === "object" && at !== null; depth += 1) {
    const here = at as Record<string, unknown>;
    const code = here.originalCode ?? here.code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
    at = here.driverAdapterError ?? here.meta ?? here.cause;
  }
  return null;
}
