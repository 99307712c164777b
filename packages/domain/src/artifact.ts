import * as z from "zod/mini";
import { idSchema } from "./ids.ts";

export const artifactFormats = ["png", "jpeg", "webp", "glb", "stl", "obj", "mp4", "mp3", "wav"] as const;
export type ArtifactFormat = (typeof artifactFormats)[number];

export const contentTypes = {
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  glb: "model/gltf-binary",
  stl: "model/stl",
  obj: "model/obj",
  mp4: "video/mp4",
  mp3: "audio/mpeg",
  wav: "audio/wav",
} as const satisfies Record<ArtifactFormat, string>;

/** Proof that a file is gone: which key was destroyed, when, and the digest the file had. */
export const purgeReceipt = z.object({
  receiptId: z.string(),
  sha256: z.string(),
  keyDestroyedAt: z.string(),
  bytesDeletedAt: z.nullable(z.string()),
  cause: z.enum(["window-ended", "member-request", "staff-decision"]),
  /** The same as a signed statement, to be kept and verified without us; null until the bytes are deleted too. */
  signed: z.nullable(z.string()),
});
export type PurgeReceipt = z.infer<typeof purgeReceipt>;

/** A file as its member sees it: readable until `keepUntil`, or a tombstone with its receipt. */
export const artifactView = z.object({
  id: idSchema("artifact"),
  format: z.enum(artifactFormats),
  bytes: z.int(),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  createdAt: z.string(),
  /** Null: kept until the member deletes it. */
  keepUntil: z.nullable(z.string()),
  /** Short-lived link on the media origin; null once the file is gone. */
  url: z.nullable(z.string()),
  downloadUrl: z.nullable(z.string()),
  receipt: z.nullable(purgeReceipt),
});
export type ArtifactView = z.infer<typeof artifactView>;

/** Purges a file now; what is gone stays gone. */
export const artifactPurgeRequest = z.strictObject({ artifactId: idSchema("artifact") });
export type ArtifactPurgeRequest = z.infer<typeof artifactPurgeRequest>;

/** A file a member gave us, as the form sees it. */
export const uploadView = z.object({
  id: idSchema("upload"),
  fileName: z.string(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  keepUntil: z.nullable(z.string()),
});
export type UploadView = z.infer<typeof uploadView>;

/** Makes an upload of a file that has wholly arrived. */
export const arrivalFinishRequest = z.strictObject({ arrivalId: idSchema("arrival") });
export type ArrivalFinishRequest = z.infer<typeof arrivalFinishRequest>;

/** Takes back a file a member gave us. */
export const uploadDiscardRequest = z.strictObject({ uploadId: idSchema("upload") });
export type UploadDiscardRequest = z.infer<typeof uploadDiscardRequest>;
