import { type Imprint, imprintOf } from "@covenant/imprint";
import { imageFormatOf } from "./image-format.ts";
import { openImage, readImageSize } from "./open-image.ts";

/** What is to be seen of a picture without keeping it. */
export type Look = {
  readonly imprint: Imprint;
  /** Whether it is one black area, which is what an upstream's safety check leaves of what it refuses. */
  readonly isBlack: boolean;
  /** A small copy as JPEG, for a moderation model to look at. */
  readonly copy: Uint8Array;
};

/** The reference shrinks larger pictures to this many pixels a side before it hashes them. */
const hashedSide = 512;
const copySide = 768;
/** Brightness, of 255, up to which a lossy file's black is black. */
const blackAtMost = 4;

/** Looks at a JPEG, PNG or WebP; null for any other file. Where it is transparent, it lies on white. */
export async function lookAtPicture(bytes: Uint8Array): Promise<Look | null> {
  if (imageFormatOf(bytes) === null) return null;
  const { width, height } = await readImageSize(bytes);
  const onWhite = () => openImage(bytes).flatten({ background: "#fff" }).toColourspace("srgb");
  const size = { width: Math.min(width, hashedSide), height: Math.min(height, hashedSide) };
  const pixels = await onWhite()
    .resize({ ...size, fit: "fill" })
    .raw()
    .toBuffer();
  const copy = await onWhite()
    .resize(copySide, copySide, { fit: "inside", withoutEnlargement: true })
    .jpeg()
    .toBuffer();
  const luma = lumaOf(pixels, size.width * size.height);
  return { imprint: imprintOf({ ...size, luma }), isBlack: luma.every((value) => value <= blackAtMost), copy };
}

/** Brightness as the eye has it, by ITU-R BT.601, of pixels of one channel or of three. */
function lumaOf(pixels: Uint8Array, count: number): Float64Array {
  const channels = pixels.length / count;
  const channel = (pixel: number, at: number) => pixels[pixel * channels + Math.min(at, channels - 1)] ?? 0;
  return Float64Array.from(
    { length: count },
    (_, pixel) => 0.299 * channel(pixel, 0) + 0.587 * channel(pixel, 1) + 0.114 * channel(pixel, 2),
  );
}
