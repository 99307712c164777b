import { DecoderDied, decode } from "./decoder.ts";
import type { IdentifiedFile } from "./identify-file.ts";

/** {@link identifyFile} in a decoder. A file that is a decoder's end is nothing we serve. */
export async function identify(bytes: Uint8Array): Promise<IdentifiedFile | null> {
  try {
    return await decode("identify", { bytes: [bytes], length: bytes.length });
  } catch (error) {
    if (error instanceof DecoderDied) return null;
    throw error;
  }
}
