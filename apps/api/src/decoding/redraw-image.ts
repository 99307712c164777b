import { Refusal } from "@covenant/domain";
import type { Sharp } from "sharp";
import { type ImageFormat, imageFormatOf } from "./image-format.ts";
import { openImage, readUprightSize } from "./open-image.ts";
import { refusalOfBytes } from "./refuse-format.ts";

export type DrawnImage = { format: ImageFormat; bytes: Uint8Array; width: number; height: number };

/** Photographs from the largest cameras have 150 million pixels; a bomb promises more. */
export const photoPixelsAtMost = 160_000_000;
/** What is kept of a photograph: no model looks at more. */
const drawnPixelsAtMost = 40_000_000;
/** Images above about this many bytes are compressed. */
const compressAbove = 10_000_000;
const triesAtMost = 5;

/**
 * Draws an uploaded image anew: the right way up, in its own format, without the metadata (place, camera, thumbnails),
 * the colour profile or anything else the file carried, and smaller when it is large. Throws `upload/unsupported`,
 * `upload/too-large` or `upload/damaged`.
 */
export async function redrawImage(bytes: Uint8Array): Promise<DrawnImage> {
  const format = imageFormatOf(bytes);
  if (format === null) throw refusalOfBytes(bytes);
  const { width, height } = await readUprightSize(bytes).catch(damaged);
  if (width * height > photoPixelsAtMost) throw new Refusal("upload/too-large", { mostPixels: photoPixelsAtMost });
  return draw({ bytes, format, width }, Math.min(1, Math.sqrt(drawnPixelsAtMost / (width * height))));
}

/** The width is that of the picture once it stands upright. */
type Photo = { bytes: Uint8Array; format: ImageFormat; width: number };

async function draw(photo: Photo, firstScale: number): Promise<DrawnImage> {
  let scale = firstScale;
  let drawn = await encode(photo, scale);
  for (let tries = 1; drawn.bytes.length > compressAbove && tries < triesAtMost; tries += 1) {
    // Bytes grow about as the pixels do, so the side shrinks with the root, and a little more.
    scale *= Math.sqrt(compressAbove / drawn.bytes.length) * 0.95;
    drawn = await encode(photo, scale);
  }
  return drawn;
}

async function encode({ bytes, format, width }: Photo, scale: number): Promise<DrawnImage> {
  const upright = openImage(bytes, photoPixelsAtMost).autoOrient();
  const image = scale < 1 ? upright.resize({ width: Math.max(1, Math.floor(width * scale)) }) : upright;
  const { data, info } = await inFormat(image, format).toBuffer({ resolveWithObject: true }).catch(damaged);
  return { format, bytes: data, width: info.width, height: info.height };
}

function inFormat(image: Sharp, format: ImageFormat): Sharp {
  switch (format) {
    case "jpeg":
      return image.jpeg({ quality: 92 });
    case "png":
      return image.png();
    case "webp":
      return image.webp({ quality: 92 });
  }
}

/** The decoder's words are about its own insides; the person learns that the file is damaged. */
function damaged(): never {
  throw new Refusal("upload/damaged");
}
