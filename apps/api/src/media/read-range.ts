import type { ClearRange } from "../artifacts/sealed-format.ts";

/**
 * What a `Range` header asks of a file of so many bytes (RFC 9110, 14.1.2): one stretch, or null for all of it, which is also the
 * answer to several stretches and to what is no range. `outside`: the file has none of it.
 */
export function readRange(header: string | undefined, length: number): ClearRange | "outside" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "")
    return Number(last) === 0 || length === 0
      ? "outside"
      : { from: Math.max(0, length - Number(last)), to: length - 1 };
  const [from, to] = [Number(first), last === "" ? length - 1 : Math.min(Number(last), length - 1)];
  if (last !== "" && Number(last) < from) return null;
  return from >= length ? "outside" : { from, to };
}
