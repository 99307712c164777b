/** Keeps what looks like a code; anything else could carry words of a prompt. */
export function codeLike(text: unknown): string | null {
  return typeof text === "string" && /^[a-z0-9_.-]{1,80}$/i.test(text) ? text : null;
}
