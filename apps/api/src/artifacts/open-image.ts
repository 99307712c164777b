import sharp, { type Sharp } from "sharp";

// Decoders are where images attack. Only these three may run, and only on bytes in memory: no SVG, GIF, TIFF or PDF.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
// Pixels of one member are not kept for the next.
sharp.cache(false);

/** The most pixels an image may have: a bomb of 256 megapixels fits in 800 kB and takes 800 MB to open. */
export const pixelsAtMost = 40_000_000;

export const imageFormats = ["png", "jpeg", "webp"] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** An image ready to be decoded, within limits of pixels and time. Damage rises as an error when it is read. */
export function openImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: pixelsAtMost, failOn: "error" }).timeout({ seconds: 20 });
}

/** What an image's header says of its size, without decoding a pixel. Throws where there is no header to read. */
export async function readImageSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { width, height };
}

/** The format that the first bytes promise; null for any other. */
export function imageFormatOf(bytes: Uint8Array): ImageFormat | null {
  const front = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (front.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (front.startsWith("\xff\xd8\xff")) return "jpeg";
  if (front.startsWith("RIFF") && front.endsWith("WEBP")) return "webp";
  return null;
}
