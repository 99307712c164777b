import { Refusal } from "@covenant/domain";

/** Content types that the form may send, and the three we take. */
export const acceptedTypes: readonly string[] = ["image/jpeg", "image/png", "image/webp"];

const namesOfTypes: Record<string, string> = {
  "image/heic": "HEIC",
  "image/heif": "HEIC",
  "image/avif": "AVIF",
  "image/gif": "GIF",
  "image/svg+xml": "SVG",
  "image/tiff": "TIFF",
  "image/bmp": "BMP",
  "application/pdf": "PDF",
};

/** Refuses a content type we do not take, by its common name where it has one. */
export function refuseType(contentType: string | undefined): void {
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (acceptedTypes.includes(type)) return;
  throw new Refusal("upload/unsupported", { format: namesOfTypes[type] ?? null });
}

/** Says no to bytes that are no JPEG, PNG or WebP: by name where we know what they are, else as damaged. */
export function refusalOfBytes(bytes: Uint8Array): Refusal {
  const front = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  const name = nameOf(front);
  return name === null ? new Refusal("upload/damaged") : new Refusal("upload/unsupported", { format: name });
}

/** ISO 14496-12 containers say what they are in the brands of their first box. */
function nameOf(front: string): string | null {
  const brands = front.slice(4, 8) === "ftyp" ? front.slice(8, 40) : "";
  if (/avi[fs]/.test(brands)) return "AVIF";
  if (/hei[cxms]|hev[cx]|mif1|msf1/.test(brands)) return "HEIC";
  if (front.startsWith("GIF8")) return "GIF";
  if (/^(II\*\0|MM\0\*)/.test(front)) return "TIFF";
  if (front.startsWith("BM")) return "BMP";
  if (front.startsWith("%PDF")) return "PDF";
  return /<svg[\s>]/i.test(front) ? "SVG" : null;
}
