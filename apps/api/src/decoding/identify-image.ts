import { type ImageFormat, imageFormatOf } from "./image-format.ts";
import { openImage, pixelsAtMost, readImageSize } from "./open-image.ts";

export type IdentifiedImage = { format: ImageFormat; width: number; height: number };

/**
 * Says what an image is, by its first bytes, its last bytes and a decode of every pixel between. Null when any of them
 * disagrees, when something is hidden behind its end, or when it has more pixels than {@link pixelsAtMost}.
 */
export async function identifyImage(bytes: Uint8Array): Promise<IdentifiedImage | null> {
  const format = imageFormatOf(bytes);
  if (format === null || !endsAsItShould(format, bytes)) return null;
  const size = await readImageSize(bytes).catch(() => null);
  if (size === null || size.width * size.height > pixelsAtMost) return null;
  return (await decodes(bytes)) ? { format, ...size } : null;
}

/** Whether nothing follows the image: a page or an archive behind a picture is a polyglot. */
function endsAsItShould(format: ImageFormat, bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case "png":
      return view.subarray(-8).toString("latin1") === "IEND\xae\x42\x60\x82";
    case "jpeg":
      return view.subarray(-2).toString("latin1") === "\xff\xd9";
    case "webp":
      return view.length >= 12 && view.readUInt32LE(4) + 8 === view.length;
  }
}

/** Reads every pixel. A decoder's complaint is the answer here, so it is not an error. */
async function decodes(bytes: Uint8Array): Promise<boolean> {
  return openImage(bytes)
    .resize(8, 8, { fit: "fill", fastShrinkOnLoad: false })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}
