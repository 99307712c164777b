import { ProviderFault } from "../provider-fault.ts";

export type UpstreamRequest = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Sent as JSON, or as `multipart/form-data` where it is a form. */
  body?: unknown;
  timeLimitMs: number;
  /** Bytes an answer may have; 4 MiB unless told, far above any answer about a job. Told where answers are files. */
  answerLimitBytes?: number;
};

/**
 * `body` is parsed JSON, or undefined when the answer was none. Schemas decide what it means. `bytes` is what arrived, for
 * answers that are a file.
 */
export type UpstreamAnswer = { status: number; headers: Headers; body: unknown; bytes: Uint8Array };

const usualAnswerLimitBytes = 4 * 1024 * 1024;

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
  // A kept connection that the far end has closed meanwhile fails after sending, which would turn a submission that never
  // arrived into one nobody knows about. A handshake costs less than a reconciliation.
  connection: "close",
};

/**
 * One call to an upstream: bounded in time and size, without redirects, so that our key goes nowhere else.
 * @throws ProviderFault `not-sent` or `no-answer`; any answered status, error or not, is returned.
 */
export async function callUpstream(request: UpstreamRequest): Promise<UpstreamAnswer> {
  try {
    const { headers, body } = contentOf(request.body);
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...plain, ...headers, ...request.headers },
      ...(body === undefined ? {} : { body }),
      redirect: "error",
      signal: AbortSignal.timeout(request.timeLimitMs),
    });
    const bytes = await readBytes(response, request.answerLimitBytes ?? usualAnswerLimitBytes);
    return { status: response.status, headers: response.headers, bytes, body: bodyIn(response.headers, bytes) };
  } catch (error) {
    if (error instanceof ProviderFault) throw error;
    const code = codeOf(error);
    throw new ProviderFault(notSentCodes.has(code) ? "not-sent" : "no-answer", code, { cause: error });
  }
}

/** A form brings its own content type, which names its boundary; where there is no content there is no type of it. */
function contentOf(body: unknown): { headers: Record<string, string>; body?: string | FormData } {
  if (body === undefined) return { headers: {} };
  if (body instanceof FormData) return { headers: {}, body };
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function readBytes(response: Response, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (!response.body) return Buffer.alloc(0);
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > limitBytes) throw new ProviderFault("unreadable", `answer over ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What claims to be a file is not looked into; a gateway's HTML page is an answer too, whose status says enough. */
function bodyIn(headers: Headers, bytes: Uint8Array): unknown {
  if (/^(audio|video|image)\//.test(headers.get("content-type") ?? "")) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** The system's short code of a failure; `fetch` hides it one or two causes deep. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
