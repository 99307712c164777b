export const imageFormats = ["png", "jpeg", "webp"] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** The format that the first bytes promise; null for any other. */
export function imageFormatOf(bytes: Uint8Array): ImageFormat | null {
  const front = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (front.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (front.startsWith("\xff\xd8\xff")) return "jpeg";
  if (front.startsWith("RIFF") && front.endsWith("WEBP")) return "webp";
  return null;
}
