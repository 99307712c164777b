import type { ArtifactFormat } from "@covenant/domain";

/** How each format begins. Enough for an adapter's test; what is delivered is judged whole, in the api. */
const beginnings = {
  png: /^\x89PNG/,
  jpeg: /^\xff\xd8\xff/,
  webp: /^RIFF.{4}WEBP/s,
  glb: /^glTF/,
  stl: /^(?!solid).{80}/s,
  obj: /^(#|v |mtllib |o )/,
  mp4: /^.{4}ftyp/s,
  mp3: /^(ID3|\xff[\xfb\xf3\xf2])/,
  wav: /^RIFF.{4}WAVE/s,
} as const satisfies Record<ArtifactFormat, RegExp>;

/** Whether bytes begin as a file of the format does. */
export function bytesAreOf(format: ArtifactFormat, bytes: Uint8Array): boolean {
  return beginnings[format].test(Buffer.from(bytes.subarray(0, 128)).toString("latin1"));
}
