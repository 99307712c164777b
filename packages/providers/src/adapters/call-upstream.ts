import { ProviderFault } from "../provider-fault.ts";

export type UpstreamRequest = {
  method: "GET" | "POST" | "PUT";
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  timeLimitMs: number;
};

/** `body` is parsed JSON, or undefined when the answer was none. Schemas decide what it means. */
export type UpstreamAnswer = { status: number; headers: Headers; body: unknown };

/** Far above any answer about a job, and far below what would trouble the process. */
const answerLimitBytes = 4 * 1024 * 1024;

/** Failures that happen before a byte of the request leaves: name resolution, connecting, the TLS handshake. */
const notSentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const plain = {
  accept: "application/json",
  "content-type": "application/json",
  // A kept connection that the far end has closed meanwhile fails after sending, which would turn a submission that never
  // arrived into one nobody knows about. A handshake costs less than a reconciliation.
  connection: "close",
};

/**
 * One JSON call to an upstream: bounded in time and size, without redirects, so that our key goes nowhere else.
 * @throws ProviderFault `not-sent` or `no-answer`; any answered status, error or not, is returned.
 */
export async function callUpstream(request: UpstreamRequest): Promise<UpstreamAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...plain, ...request.headers },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: "error",
      signal: AbortSignal.timeout(request.timeLimitMs),
    });
    return { status: response.status, headers: response.headers, body: parseJson(await readText(response)) };
  } catch (error) {
    const code = codeOf(error);
    throw new ProviderFault(notSentCodes.has(code) ? "not-sent" : "no-answer", code, { cause: error });
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  if (!response.body) return text;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > answerLimitBytes) throw new ProviderFault("unreadable", "answer over 4 MiB");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A gateway's HTML page is an answer too; the status says enough.
    return undefined;
  }
}

/** The system's short code of a failure; `fetch` hides it one or two causes deep. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
