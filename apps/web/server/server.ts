import { fileURLToPath } from "node:url";
import { buildAppServer } from "@covenant/app-server";

/** The members' web app, at every storefront's host and at plain localhost, where the storefronts are listed. */
const environment = process.env;
const port = Number(environment.WEB_PORT ?? 4100);
const storefrontHosts = (
  environment.STOREFRONT_HOSTS ?? "modelmyimage.localhost,apimodels.localhost,image-ai-run.localhost"
).split(",");

const app = await buildAppServer({
  bundle: fileURLToPath(new URL("../dist", import.meta.url)),
  apiUrl: environment.API_URL ?? "http://127.0.0.1:4000",
  trpcPrefix: "/trpc",
  passOn: ["/uploads", "/v1"],
  mediaOrigin: environment.MEDIA_URL ?? `http://media.localhost:${environment.MEDIA_PORT ?? 4400}`,
  answersAt: (hostname) => storefrontHosts.includes(hostname) || ["localhost", "127.0.0.1"].includes(hostname),
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void app.close());
await app.listen({ port, host: "127.0.0.1" });
