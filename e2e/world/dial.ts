import { request } from "node:http";

type Call = { method?: string; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer };

/**
 * A program's HTTP call to an address of this installation. Node does not resolve `*.localhost`, so 127.0.0.1 is dialled
 * and the host is named in the header, as a browser would arrive.
 */
export function dial(address: string, { method = "GET", headers = {}, body }: Call = {}): Promise<Answer> {
  const { host, port, pathname, search } = new URL(address);
  return new Promise((answered, failed) => {
    const call = request(
      { host: "127.0.0.1", port, method, path: `${pathname}${search}`, headers: { ...headers, host } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", failed);
        response.on("end", () =>
          answered({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    call.on("error", failed);
    call.end(body);
  });
}
