import sharp from "sharp";
import { drawPicture, type PictureRequest } from "./draw-picture.ts";
import { digestOf } from "./seed.ts";

/** A picture of what was given, in the colours of the words: same words and same picture, same bytes. */
export async function restylePicture(photo: Buffer, request: Omit<PictureRequest, "seed">): Promise<Buffer> {
  const { width, height, format } = request;
  const seed = Number.parseInt(digestOf(request.prompt, photo).slice(0, 7), 16);
  const drawn = await drawPicture({ ...request, seed, format: "png" });
  const given = await sharp(photo)
    .autoOrient()
    .resize(width, height, { fit: "cover" })
    .toColourspace("srgb")
    .png()
    .toBuffer();
  return sharp(given)
    .composite([{ input: drawn, blend: "soft-light" }])
    .toFormat(format)
    .toBuffer();
}
