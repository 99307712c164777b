import { Agent, request } from "node:http";

export type Target = { port: number; path: string; headers: Record<string, string> };

const connections = 16;

/** Sends `count` requests over kept-alive connections, sixteen at a time; any answer but 200 is an error. */
export async function load({ port, path, headers }: Target, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      await once(agent, { port, path, headers });
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
}

function once(agent: Agent, { port, path, headers }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, path, headers, agent }, (response) => {
      response.resume();
      response.on("end", () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`)),
      );
    });
    call.on("error", reject);
    call.end();
  });
}
