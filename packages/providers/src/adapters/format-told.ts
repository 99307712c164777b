import { type ArtifactFormat, contentTypes } from "@covenant/domain";

/** The format of a content type as an upstream claims it; null for none of ours. */
export function formatTold(contentType: unknown): ArtifactFormat | null {
  const found = Object.entries(contentTypes).find(([, known]) => known === contentType);
  return found ? (found[0] as ArtifactFormat) : null;
}
