import { fileURLToPath } from "node:url";
import { buildAppServer } from "@covenant/app-server";
import { environment } from "./env.ts";

/** The members' web app, at every storefront's host and at plain localhost, where the storefronts are listed. */
const { port, storefrontHosts, apiUrl, mediaOrigin } = environment;

const app = await buildAppServer({
  bundle: fileURLToPath(new URL("../dist", import.meta.url)),
  apiUrl,
  trpcPrefix: "/trpc",
  passOn: ["/uploads", "/v1"],
  mediaOrigin,
  answersAt: (hostname) => storefrontHosts.includes(hostname) || ["localhost", "127.0.0.1"].includes(hostname),
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void app.close());
await app.listen({ port, host: "127.0.0.1" });
