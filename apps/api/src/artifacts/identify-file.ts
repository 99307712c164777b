import type { ArtifactFormat } from "@covenant/domain";
import { isGlb } from "./identify-glb.ts";
import { identifyImage } from "./identify-image.ts";
import { isObj, isStl } from "./identify-mesh.ts";
import { imageFormatOf } from "./open-image.ts";

export type IdentifiedFile = { format: ArtifactFormat; width: number | null; height: number | null };

/**
 * Says what a file is by reading it, never by what its sender calls it. Null when it is not, whole and alone, one of
 * the formats we serve.
 */
export async function identifyFile(bytes: Uint8Array): Promise<IdentifiedFile | null> {
  if (imageFormatOf(bytes) !== null) return identifyImage(bytes);
  if (await isGlb(bytes)) return mesh("glb");
  if (isStl(bytes)) return mesh("stl");
  return isObj(bytes) ? mesh("obj") : null;
}

const mesh = (format: ArtifactFormat): IdentifiedFile => ({ format, width: null, height: null });
