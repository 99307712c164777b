export const fetchFaultKinds = [
  "bad-url",
  "scheme",
  "credentials",
  "port",
  "dns",
  "private-address",
  "redirect",
  "redirect-limit",
  "redirect-downgrade",
  "status",
  "encoded",
  "too-large",
  "empty",
  "truncated",
  "timeout",
  "idle",
  "connection",
] as const;
export type FetchFaultKind = (typeof fetchFaultKinds)[number];

/** Why a file could not be fetched. Neither the message nor the facts carry the address, which may be a secret link. */
export class FetchFault extends Error {
  readonly kind: FetchFaultKind;
  /** The answered status, for `status`. */
  readonly status: number | null;

  constructor(kind: FetchFaultKind, options: { status?: number; cause?: unknown } = {}) {
    super(options.status === undefined ? kind : `${kind} ${options.status}`, { cause: options.cause });
    this.name = "FetchFault";
    this.kind = kind;
    this.status = options.status ?? null;
  }
}
