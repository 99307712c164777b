import { fileURLToPath } from "node:url";
import { buildAppServer } from "@covenant/app-server";
import { environment } from "./env.ts";

/** The staff console, at its own host only. */
const { port, host, apiUrl, mediaOrigin } = environment;

const app = await buildAppServer({
  bundle: fileURLToPath(new URL("../dist", import.meta.url)),
  apiUrl,
  trpcPrefix: "/staff/trpc",
  passOn: [],
  mediaOrigin,
  answersAt: (hostname) => hostname === host,
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void app.close());
await app.listen({ port, host: "127.0.0.1" });
