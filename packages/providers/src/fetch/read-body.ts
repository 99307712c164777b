import type { IncomingMessage } from "node:http";
import { FetchFault } from "./fetch-fault.ts";
import { faultOf } from "./open-connection.ts";

/**
 * Reads a whole 200 answer of at most `limitBytes`. Stops at the first byte too many, whatever length was announced.
 * @throws FetchFault
 */
export async function readBody(
  response: IncomingMessage,
  limitBytes: number,
  deadline: AbortSignal,
): Promise<Uint8Array> {
  try {
    refuseUnfit(response, limitBytes);
    const bytes = await collect(response, limitBytes);
    if (bytes.byteLength === 0) throw new FetchFault("empty");
    return bytes;
  } catch (error) {
    if (isCutShort(error) && !deadline.aborted) throw new FetchFault("truncated", { cause: error });
    throw faultOf(error, deadline);
  } finally {
    response.destroy();
  }
}

function refuseUnfit({ statusCode = 0, headers }: IncomingMessage, limitBytes: number): void {
  // Not even a 206: nobody asked for a part.
  if (statusCode !== 200) throw new FetchFault("status", { status: statusCode });
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") throw new FetchFault("encoded");
  if (Number(headers["content-length"] ?? 0) > limitBytes) throw new FetchFault("too-large");
}

async function collect(response: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.byteLength;
    if (length > limitBytes) throw new FetchFault("too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Node reports an answer that ended before its announced length as a reset of the stream. */
function isCutShort(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ECONNRESET" || error.code === "ERR_STREAM_PREMATURE_CLOSE")
  );
}
