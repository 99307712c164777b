import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FetchFaultKind } from "./fetch-fault.ts";
import { isPublicAddress } from "./public-address.ts";
import { safeFetch } from "./safe-fetch.ts";

/** Listens on every address of this machine and counts who knocks. */
let canary: { server: Server; port: number; knocks: number };

beforeEach(async () => {
  const server = createServer((socket) => {
    canary.knocks += 1;
    socket.end("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  canary = { server, port: (server.address() as AddressInfo).port, knocks: 0 };
});
afterEach(() => new Promise((resolve) => canary.server.close(resolve)));

const fault = (kind: FetchFaultKind) => ({ name: "FetchFault", kind });

describe("addresses that are not the public internet's", () => {
  const hosts = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "0x7f000001",
    "0x7f.0.0.1",
    "2130706433",
    "017700000001",
    "0177.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "①②⑦.⓪.⓪.①",
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::127.0.0.1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::10.0.0.1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2001::1]",
    "[2001:db8::1]",
    "[100::1]",
    "[fc00::1]",
    "[fd00::1]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[4000::1]",
  ];

  it.each(hosts)("never connects to %s", async (host) => {
    const request = safeFetch(`http://${host}:${canary.port}/`, { limitBytes: 10, allowedPorts: [canary.port] });
    await expect(request).rejects.toMatchObject(fault("private-address"));
    expect(canary.knocks).toBe(0);
  });

  it.each(["localhost", "localhost.", "LOCALHOST", "ⓛocalhost", "internal.test"])(
    "judges %s by what it resolves to",
    async (host) => {
      const options = { limitBytes: 10, allowedPorts: [canary.port], resolve: async () => ["127.0.0.1"] };
      await expect(safeFetch(`http://${host}:${canary.port}/`, options)).rejects.toMatchObject(
        fault("private-address"),
      );
      expect(canary.knocks).toBe(0);
    },
  );

  it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1"])(
    "takes %s for public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it("takes what is no address for nothing", () => expect(isPublicAddress("site.test")).toBe(false));
});

describe("addresses that are no web addresses of a file", () => {
  it.each([
    ["file:///etc/passwd", "scheme"],
    ["gopher://127.0.0.1/", "scheme"],
    ["ftp://site.test/", "scheme"],
    ["data:text/plain,hello", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["blob:http://site.test/1", "scheme"],
    ["http://user@site.test/", "credentials"],
    ["http://user:word@site.test/", "credentials"],
    ["http://site.test:22/", "port"],
    ["http://site.test:25/", "port"],
    ["http://site.test:5432/", "port"],
    ["http://site.test:6379/", "port"],
    ["https://site.test:8443/", "port"],
    ["http://", "bad-url"],
    ["//site.test/", "bad-url"],
    ["http://[::1%25lo]/", "bad-url"],
    ["http://256.256.256.256/", "bad-url"],
    ["not an address", "bad-url"],
  ] as const)("refuses %s as %s", async (address, kind) => {
    const resolve = async () => ["93.184.216.34"];
    await expect(safeFetch(address, { limitBytes: 10, resolve })).rejects.toMatchObject(fault(kind));
  });

  it.each(["http://site.test\\@127.0.0.1/", "http://127.0.0.1#@site.test/", "http://site.test@127.0.0.1/"])(
    "is not led astray by %s",
    async (address) => {
      const asked: string[] = [];
      const resolve = async (name: string) => {
        asked.push(name);
        return ["10.0.0.1"];
      };
      await expect(safeFetch(address, { limitBytes: 10, resolve })).rejects.toMatchObject({ name: "FetchFault" });
      expect(asked.every((name) => name === "site.test")).toBe(true);
    },
  );
});
