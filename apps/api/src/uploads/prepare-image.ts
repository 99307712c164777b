import { Refusal } from "@covenant/domain";
import type { Sharp } from "sharp";
import { type ImageFormat, imageFormatOf, openImage, pixelsAtMost, readImageSize } from "../artifacts/open-image.ts";
import { refusalOfBytes } from "./refuse-format.ts";

export type PreparedImage = { format: ImageFormat; bytes: Uint8Array; width: number; height: number };

/** Images above about this many bytes are compressed. */
const compressAbove = 10 * 1024 * 1024;
const triesAtMost = 5;

/**
 * Draws an uploaded image anew: the right way up, in its own format, without the metadata (place, camera, thumbnails),
 * the colour profile or anything else the file carried, and smaller when it is large. Throws `upload/unsupported`,
 * `upload/too-large` or `upload/damaged`.
 */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage> {
  const format = imageFormatOf(bytes);
  if (format === null) throw refusalOfBytes(bytes);
  const size = await readImageSize(bytes).catch(damaged);
  if (size.width * size.height > pixelsAtMost) throw new Refusal("upload/too-large", { mostPixels: pixelsAtMost });
  return draw(bytes, format);
}

async function draw(bytes: Uint8Array, format: ImageFormat): Promise<PreparedImage> {
  let drawn = await encode(openImage(bytes).autoOrient(), format).catch(damaged);
  for (let tries = 1; drawn.bytes.length > compressAbove && tries < triesAtMost; tries += 1) {
    // Bytes grow about as the pixels do, so the side shrinks with the root, and a little more.
    const scale = Math.sqrt(compressAbove / drawn.bytes.length) * 0.95;
    const width = Math.max(1, Math.floor(drawn.width * scale));
    drawn = await encode(openImage(bytes).autoOrient().resize({ width }), format).catch(damaged);
  }
  return drawn;
}

async function encode(image: Sharp, format: ImageFormat): Promise<PreparedImage> {
  const { data, info } = await inFormat(image, format).toBuffer({ resolveWithObject: true });
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
