import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { dialAs } from "./dial-as.ts";

it("asks under the storefront's name, wherever the api is dialled", async () => {
  const api = createServer((request, reply) => reply.writeHead(418).end(`${request.headers.host} ${request.url}`));
  await new Promise<void>((listening) => api.listen(0, "127.0.0.1", listening));
  const { port } = api.address() as AddressInfo;
  const response = await dialAs("shop.localhost")(`http://127.0.0.1:${port}/trpc/a?b=1`);
  expect(response.status).toBe(418);
  expect(await response.text()).toBe("shop.localhost /trpc/a?b=1");
  api.close();
});

it("fails when nobody answers", async () => {
  await expect(dialAs("shop.localhost")("http://127.0.0.1:1/")).rejects.toThrow("ECONNREFUSED");
});
