/** Six digits as authenticator apps show them: `123 456`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** Whole seconds until an instant, never below zero. `now` is in ms since 1970. */
export function secondsLeft(until: string, now: number): number {
  return Math.max(0, Math.floor((new Date(until).getTime() - now) / 1000));
}
