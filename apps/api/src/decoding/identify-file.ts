import type { ArtifactFormat } from "@covenant/domain";
import { isMp4 } from "./identify-film.ts";
import { isGlb } from "./identify-glb.ts";
import { identifyImage } from "./identify-image.ts";
import { isObj, isStl } from "./identify-mesh.ts";
import { isMp3, isWav } from "./identify-sound.ts";
import { imageFormatOf } from "./image-format.ts";

export type IdentifiedFile = { format: ArtifactFormat; width: number | null; height: number | null };

/**
 * Says what a file is by reading it, never by what its sender calls it. Null when it is not, whole and alone, one of
 * the formats we serve.
 */
export async function identifyFile(bytes: Uint8Array): Promise<IdentifiedFile | null> {
  if (imageFormatOf(bytes) !== null) return identifyImage(bytes);
  if (await isGlb(bytes)) return plain("glb");
  if (isMp4(bytes)) return plain("mp4");
  if (isWav(bytes)) return plain("wav");
  if (isMp3(bytes)) return plain("mp3");
  if (isStl(bytes)) return plain("stl");
  return isObj(bytes) ? plain("obj") : null;
}

const plain = (format: ArtifactFormat): IdentifiedFile => ({ format, width: null, height: null });
