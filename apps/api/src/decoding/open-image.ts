import sharp, { type Sharp } from "sharp";

// Decoders are where images attack. Only these three may run, and only on bytes in memory: no SVG, GIF, TIFF or PDF.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
// Pixels of one member are not kept for the next.
sharp.cache(false);

/** The most pixels a result may have: a bomb of 256 megapixels fits in 800 kB and takes 800 MB to open. */
export const pixelsAtMost = 40_000_000;

/** An image ready to be decoded, within a limit of pixels. Damage rises as an error when it is read. */
export function openImage(bytes: Uint8Array, mostPixels = pixelsAtMost): Sharp {
  // Read in strips from top to bottom, so that a large picture is never in memory whole unless it has to be turned.
  const options = { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true } as const;
  return sharp(bytes, options);
}

/** What an image's header says of its size, without decoding a pixel. Throws where there is no header to read. */
export async function readImageSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { width, height };
}

/** The size of the picture once it stands upright, by its header. Throws where there is no header to read. */
export async function readUprightSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  return (await sharp(bytes, { limitInputPixels: false }).metadata()).autoOrient;
}
