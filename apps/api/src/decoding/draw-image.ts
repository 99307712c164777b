import { Refusal } from "@covenant/domain";
import { DecoderDied, decode, type FileBytes } from "./decoder.ts";
import type { DrawnImage } from "./redraw-image.ts";

/** {@link redrawImage} in a decoder, with the same refusals; what takes too much memory is too large, what kills it is damaged. */
export async function drawImage(file: FileBytes): Promise<DrawnImage> {
  try {
    return await decode("redraw", file);
  } catch (error) {
    if (!(error instanceof DecoderDied)) throw error;
    throw error.over === "memory" ? new Refusal("upload/too-large", { memory: true }) : new Refusal("upload/damaged");
  }
}
