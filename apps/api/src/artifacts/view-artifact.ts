import { type ArtifactId, type ArtifactView, artifactView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { ArtifactRow } from "./artifacts-store.ts";
import { isPurged, receiptOf } from "./receipt.ts";
import { signLink } from "./sign-link.ts";

/** A file as its member sees it: with short-lived links while it may be read, then a tombstone with its receipt. */
export function viewArtifact({ settings, clock }: Pick<Deps, "settings" | "clock">, row: ArtifactRow): ArtifactView {
  const now = clock.now();
  const isReadable = !isPurged(row) && (row.keepUntil === null || row.keepUntil > now);
  const artifactId = row.id as ArtifactId;
  const link = (disposition: "inline" | "attachment") =>
    isReadable ? signLink(settings, { artifactId, disposition, now }) : null;
  return artifactView.parse({
    id: row.id,
    format: row.format,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    createdAt: row.createdAt.toISOString(),
    keepUntil: row.keepUntil?.toISOString() ?? null,
    url: link("inline"),
    downloadUrl: link("attachment"),
    receipt: receiptOf(row),
  });
}
