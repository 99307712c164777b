import { createHmac, timingSafeEqual } from "node:crypto";
import { type ArtifactId, duration, isId } from "@covenant/domain";
import type { Settings } from "../env.ts";

/** `inline` is shown by a page, `attachment` is saved by the member. */
export type Disposition = "inline" | "attachment";
export type Link = { artifactId: ArtifactId; disposition: Disposition; expiresAt: Date };

/** No link lives longer. */
export const linkMinutesAtMost = 15;
const stepMinutes = 5;

/** The origin of members' files: its own host, where no session cookie is ever sent. */
export function mediaOriginOf({ MEDIA_URL, MEDIA_PORT }: Pick<Settings, "MEDIA_URL" | "MEDIA_PORT">): string {
  return new URL(MEDIA_URL ?? `http://media.localhost:${MEDIA_PORT}`).origin;
}

/**
 * A link to one file for one purpose, good for 10 to 15 minutes. Expiries fall on whole five minutes, so that a page
 * loaded twice shows the same address and the browser its own copy.
 */
export function signLink(
  settings: Pick<Settings, "MEDIA_URL" | "MEDIA_PORT" | "SIGNING_KEY">,
  { artifactId, disposition, now }: { artifactId: ArtifactId; disposition: Disposition; now: Date },
): string {
  const step = duration.minutes(stepMinutes);
  const expiresAt = Math.floor((now.getTime() + duration.minutes(linkMinutesAtMost)) / step) * step;
  const said = `${artifactId}.${disposition}.${(expiresAt / 1000).toString(36)}`;
  return `${mediaOriginOf(settings)}/f/${said}.${signatureOf(settings, said).toString("base64url")}`;
}

/** Reads a link's token. Null when it was changed, was signed by another key, or is over. */
export function readLink(settings: Pick<Settings, "SIGNING_KEY">, token: string, now: Date): Link | null {
  const [artifactId = "", disposition, expires = "", signature = "", ...more] = token.split(".");
  if (more.length > 0) return null;
  const said = signatureOf(settings, `${artifactId}.${disposition}.${expires}`);
  if (!isSame(said.toString("base64url"), signature)) return null;
  if (!isId("artifact", artifactId) || (disposition !== "inline" && disposition !== "attachment")) return null;
  const expiresAt = new Date(Number.parseInt(expires, 36) * 1000);
  return expiresAt > now ? { artifactId, disposition, expiresAt } : null;
}

function isSame(expected: string, given: string): boolean {
  // Compared as text: base64 has several spellings of the same bytes, and only one of them was signed.
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The key signs other things too, so what is signed says what it is. */
function signatureOf({ SIGNING_KEY }: Pick<Settings, "SIGNING_KEY">, said: string): Buffer {
  return createHmac("sha256", SIGNING_KEY).update(`media-link:${said}`).digest();
}
