import { decode } from "./decoder.ts";
import type { Look } from "./look-at-picture.ts";

/** {@link lookAtPicture} in a decoder, at a file that one has read before. Throws `DecoderDied` where it is the end of one all the same. */
export function look(bytes: Uint8Array): Promise<Look | null> {
  return decode("look", { bytes: [bytes], length: bytes.length });
}
