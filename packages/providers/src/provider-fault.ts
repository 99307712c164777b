/**
 * How a call to an upstream went wrong, which decides what may be done next: `not-sent` may be repeated, after `no-answer`
 * nobody knows whether it was carried out, `refused` was answered with an error status, `unreadable` with nonsense.
 */
export type ProviderFaultKind = "not-sent" | "no-answer" | "refused" | "unreadable";

/** The world failing on the way to an upstream. The message holds codes only, so it may be logged. */
export class ProviderFault extends Error {
  readonly kind: ProviderFaultKind;
  readonly status: number | null;

  constructor(kind: ProviderFaultKind, detail: string, options: { status?: number; cause?: unknown } = {}) {
    super(`${kind}: ${detail}`, { cause: options.cause });
    this.name = "ProviderFault";
    this.kind = kind;
    this.status = options.status ?? null;
  }
}
