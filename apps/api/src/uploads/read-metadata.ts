import { Refusal } from "@covenant/domain";

/** Reads `Upload-Metadata` as tus writes it: pairs parted by commas, of a name and its value in base64. */
export function readMetadata(header: string | string[] | undefined): Partial<Record<string, string>> {
  const pairs = [header ?? ""].flat().join(",").split(",");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", value = ""] = pair.trim().split(" ");
      return [name, Buffer.from(value, "base64").toString("utf8")];
    }),
  );
}

/** A length or a place in a file, in bytes; tus knows lengths that are told later, and we do not. */
export function requireLength(header: string | string[] | undefined): number {
  const text = [header ?? ""].flat().join(",");
  if (!/^\d{1,15}$/.test(text)) throw new Refusal("request/invalid", { reason: "A length in bytes is missing." });
  return Number(text);
}
