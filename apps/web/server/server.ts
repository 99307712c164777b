import { fileURLToPath } from "node:url";
import { buildAppServer, mebibyte } from "@covenant/app-server";
import { storefrontIds } from "@covenant/domain";
import type * as rendering from "../src/render-public-pages.tsx";
import { demoPlaces, environment } from "./env.ts";
import { fillPage } from "./fill-page.ts";
import { keepPublicPages } from "./keep-public-pages.ts";
import { readPublicFacts } from "./read-public-facts.ts";

/** The members' web app, at every storefront's host and at plain localhost, where the storefronts are listed. */
const { port, apiUrl, mediaOrigin } = environment;
const storefrontHosts = environment.storefrontHosts ?? storefrontIds.map((id) => `${id}.localhost`);
const hosts = [...storefrontHosts, "localhost", "127.0.0.1"];
const built = new URL("../dist/", import.meta.url);

const { hasPage, renderPublicPages }: typeof rendering = await import(
  new URL("server/render-public-pages.js", built).href
);
const publicPages = keepPublicPages({
  hosts: storefrontHosts,
  read: (host) => readPublicFacts(apiUrl, host),
  render: renderPublicPages,
});

const app = await buildAppServer({
  bundle: fileURLToPath(new URL("client", built)),
  apiUrl,
  trpcPrefix: "/trpc",
  passOn: [
    { prefix: "/uploads", mostBytes: null },
    { prefix: "/statements", mostBytes: 0 },
    { prefix: "/.well-known/jwks.json", mostBytes: 0 },
    { prefix: "/v1", mostBytes: mebibyte },
  ],
  mediaOrigin,
  answersAt: (hostname) => hosts.includes(hostname),
  meta: demoPlaces,
  hasPage: ({ hostname, path }) => hasPage(path) && !publicPages.lacks(hostname, path),
  fill: (document, { hostname, path }) => {
    const page = publicPages.find(hostname, path);
    return page === null ? document : fillPage(document, page);
  },
});
app.addHook("onClose", async () => publicPages.stop());
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void app.close());
await app.listen({ port, host: "127.0.0.1" });
