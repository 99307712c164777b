import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FetchFaultKind } from "./fetch-fault.ts";
import { nextHop } from "./next-hop.ts";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch.ts";

/** Listens on every address of this machine and counts who knocks. */
let canary: { server: TcpServer; port: number; knocks: number };
let open: (Server | TcpServer)[];

beforeEach(async () => {
  open = [];
  const server = createTcpServer((socket) => {
    canary.knocks += 1;
    socket.end("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
  });
  canary = { server, port: await listen(server, "0.0.0.0"), knocks: 0 };
});
afterEach(() => Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve)))));

function listen(server: Server | TcpServer, host: string): Promise<number> {
  open.push(server);
  return new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as AddressInfo).port)));
}

/** A site of this machine that the rules take for public, so that fetching can be tested without a network. */
async function site(answer: RequestListener): Promise<{ url: string; options: SafeFetchOptions }> {
  const server = createServer({ keepAlive: false }, answer);
  const port = await listen(server, "127.0.0.1");
  return {
    url: `http://site.test:${port}/file`,
    options: {
      limitBytes: 1000,
      totalLimitMs: 2_000,
      idleLimitMs: 300,
      allowedPorts: [port, canary.port],
      resolve: async (name) => (name === "site.test" ? ["127.0.0.1"] : ["10.0.0.1"]),
      isPublic: (address) => address === "127.0.0.1",
    },
  };
}

const fault = (kind: FetchFaultKind) => ({ name: "FetchFault", kind });

describe("names", () => {
  it("asks once for each connection and dials what it checked, whatever the next answer would be", async () => {
    const { url, options } = await site((_, response) => response.end("bytes"));
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    expect((await safeFetch(url, { ...options, resolve })).bytes.byteLength).toBe(5);
    expect(asked).toBe(1);
  });

  it("refuses a name with one private address among public ones", async () => {
    const { url, options } = await site((_, response) => response.end("bytes"));
    const request = safeFetch(url, { ...options, resolve: async () => ["127.0.0.1", "10.0.0.1"] });
    await expect(request).rejects.toMatchObject(fault("private-address"));
  });

  it("does not fall back to anything when a name cannot be resolved", async () => {
    const failing = async () => Promise.reject(new Error("ESERVFAIL"));
    const request = (resolve: () => Promise<string[]>) => safeFetch("http://site.test/", { limitBytes: 10, resolve });
    await expect(request(failing)).rejects.toMatchObject(fault("dns"));
    await expect(request(async () => [])).rejects.toMatchObject(fault("dns"));
  });

  it("counts a resolver that keeps silent against the total limit", async () => {
    const resolve = () => new Promise<string[]>(() => undefined);
    const request = safeFetch("http://site.test/", { limitBytes: 10, totalLimitMs: 100, resolve });
    await expect(request).rejects.toMatchObject(fault("timeout"));
  });
});

describe("redirects", () => {
  it.each([301, 302, 303, 307, 308])("judges the target of a %i anew", async (status) => {
    const { url, options } = await site((_, response) => {
      response.writeHead(status, { location: `http://intranet.test:${canary.port}/` }).end();
    });
    await expect(safeFetch(url, options)).rejects.toMatchObject(fault("private-address"));
    expect(canary.knocks).toBe(0);
  });

  it("resolves the same name again at each hop and believes only the new answer", async () => {
    const { url, options } = await site((_, response) => response.writeHead(302, { location: "/next" }).end());
    const answers = [["127.0.0.1"], ["169.254.169.254"]];
    let asked = 0;
    const request = safeFetch(url, { ...options, resolve: async () => answers[asked++] ?? [] });
    await expect(request).rejects.toMatchObject(fault("private-address"));
  });

  it.each([
    ["file:///etc/passwd", "scheme"],
    ["http://user@site.test/", "credentials"],
    ["http://site.test:6379/", "port"],
    ["http://[", "bad-url"],
  ] as const)("refuses to follow to %s", async (location, kind) => {
    const { url, options } = await site((_, response) => response.writeHead(302, { location }).end());
    await expect(safeFetch(url, options)).rejects.toMatchObject(fault(kind));
  });

  it("follows three and no fourth, and none without a target", async () => {
    let hops = 0;
    const { url, options } = await site((request, response) => {
      const left = Number(new URL(request.url ?? "/", "http://x").searchParams.get("left") ?? hops);
      if (left === 0) response.end("there");
      else response.writeHead(302, { location: `/?left=${left - 1}` }).end();
    });
    hops = 3;
    expect(Buffer.from((await safeFetch(url, options)).bytes).toString()).toBe("there");
    hops = 4;
    await expect(safeFetch(url, options)).rejects.toMatchObject(fault("redirect-limit"));
    const aimless = await site((_, response) => response.writeHead(302).end());
    await expect(safeFetch(aimless.url, aimless.options)).rejects.toMatchObject(fault("redirect"));
  });
});

describe("the next hop", () => {
  it("may rise to https and never falls back from it", () => {
    expect(nextHop(new URL("http://a.test/x"), "https://a.test/y").href).toBe("https://a.test/y");
    expect(nextHop(new URL("https://a.test/x"), "y").href).toBe("https://a.test/y");
    expect(() => nextHop(new URL("https://a.test/x"), "http://a.test/y")).toThrow("redirect-downgrade");
  });
});

describe("answers", () => {
  it("gives the bytes and the claimed type, and sends nothing of ours along", async () => {
    let headers: Record<string, unknown> = {};
    const { url, options } = await site((request, response) => {
      headers = request.headers;
      response.writeHead(200, { "content-type": "Image/PNG; charset=x", "set-cookie": "a=b" }).end("png");
    });
    expect(await safeFetch(url, options)).toEqual({ bytes: Buffer.from("png"), contentType: "image/png" });
    expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  });

  it.each([
    ["an announced length over the limit", { "content-length": "1001" }, "x".repeat(1001), 200, "too-large"],
    ["a body over the limit without a length", {}, "x".repeat(1001), 200, "too-large"],
    ["compression nobody asked for", { "content-encoding": "gzip" }, "x", 200, "encoded"],
    ["nothing", {}, "", 200, "empty"],
    ["a part", { "content-range": "bytes 0-0/9" }, "x", 206, "status"],
    ["an expired link", { "content-type": "application/xml" }, "<Error/>", 403, "status"],
    ["a missing file", {}, "", 404, "status"],
    ["a crash", {}, "", 500, "status"],
  ] as const)("refuses %s", async (_, headers, body, status, kind) => {
    const { url, options } = await site((_request, response) => {
      response.writeHead(status, headers);
      response.write(body);
      response.end();
    });
    await expect(safeFetch(url, options)).rejects.toMatchObject(fault(kind));
  });

  it("stops an endless body at the limit", async () => {
    const { url, options } = await site((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(100)), 1);
      response.on("close", () => clearInterval(timer));
    });
    await expect(safeFetch(url, options)).rejects.toMatchObject(fault("too-large"));
  });

  it("notices a body shorter than announced", async () => {
    const { url, options } = await site((_, response) => {
      response.writeHead(200, { "content-length": "500" });
      response.write("only this", () => response.socket?.destroy());
    });
    await expect(safeFetch(url, options)).rejects.toMatchObject(fault("truncated"));
  });

  it("gives up on silence, before the answer and within it", async () => {
    const mute = await site(() => undefined);
    await expect(safeFetch(mute.url, mute.options)).rejects.toMatchObject(fault("idle"));
    const stalling = await site((_, response) => response.write("a beginning"));
    await expect(safeFetch(stalling.url, stalling.options)).rejects.toMatchObject(fault("idle"));
    for (const server of open) if ("closeAllConnections" in server) server.closeAllConnections();
  });

  it("gives up on a drip that is never silent", async () => {
    const { url, options } = await site((_, response) => {
      const timer = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(timer));
    });
    await expect(safeFetch(url, { ...options, totalLimitMs: 400 })).rejects.toMatchObject(fault("timeout"));
  });

  it("says when nobody listens", async () => {
    const { url, options } = await site(() => undefined);
    await Promise.all(open.splice(1).map((server) => new Promise((resolve) => server.close(resolve))));
    await expect(safeFetch(url, options)).rejects.toMatchObject(fault("connection"));
  });

  it("keeps the address out of the message", async () => {
    const error = await safeFetch("http://site.test:22/?token=secret", { limitBytes: 1 }).catch((fault) => fault);
    expect(String(error)).not.toContain("secret");
  });
});

describe("the demo's exception", () => {
  it("reaches exactly the origin it names and nothing beside it", async () => {
    const server = createServer((_, response) => response.end("sandbox"));
    const port = await listen(server, "127.0.0.1");
    const options = { limitBytes: 100, allowedOrigins: [`http://127.0.0.1:${port}`] };
    expect(Buffer.from((await safeFetch(`http://127.0.0.1:${port}/a`, options)).bytes).toString()).toBe("sandbox");
    const strange = [`http://127.0.0.1:${canary.port}/`, `https://127.0.0.1:${port}/`, `http://localhost:${port}/`];
    for (const address of strange) {
      await expect(safeFetch(address, options)).rejects.toMatchObject(fault("port"));
    }
    expect(canary.knocks).toBe(0);
  });

  it("does not lead further in by a redirect", async () => {
    const location = `http://127.0.0.1:${canary.port}/`;
    const server = createServer((_, response) => response.writeHead(302, { location }).end());
    const port = await listen(server, "127.0.0.1");
    const options = { limitBytes: 10, allowedPorts: [canary.port], allowedOrigins: [`http://127.0.0.1:${port}`] };
    await expect(safeFetch(`http://127.0.0.1:${port}/`, options)).rejects.toMatchObject(fault("private-address"));
    expect(canary.knocks).toBe(0);
  });
});
