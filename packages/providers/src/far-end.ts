import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ReceivedRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
/** An answer, or what a network does instead: close the connection unanswered, or keep silent. */
export type FarEndAnswer =
  | { status: number; headers?: Record<string, string>; json?: unknown; text?: string }
  | "reset"
  | "silence";

/** Stands where an upstream would, for tests: a real server on this machine that answers as told and remembers. */
export type FarEnd = {
  origin: string;
  requests: ReceivedRequest[];
  /** Replaces how it answers from now on. */
  answer(how: (request: ReceivedRequest) => FarEndAnswer): void;
  close(): Promise<void>;
};

export async function startFarEnd(): Promise<FarEnd> {
  const requests: ReceivedRequest[] = [];
  let how: (request: ReceivedRequest) => FarEndAnswer = () => ({ status: 404, json: {} });
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "", url: path = "", headers } = incoming;
    const request = { method, path, headers, body: Buffer.concat(chunks) };
    requests.push(request);
    reply(response, how(request));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    answer: (next) => {
      how = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function reply(response: ServerResponse, answer: FarEndAnswer): void {
  if (answer === "silence") return;
  if (answer === "reset") {
    response.socket?.destroy();
    return;
  }
  const { status, headers = {}, json, text } = answer;
  response.writeHead(status, { "content-type": json === undefined ? "text/html" : "application/json", ...headers });
  response.end(json === undefined ? (text ?? "") : JSON.stringify(json));
}
