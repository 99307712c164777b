import { fileURLToPath } from "node:url";
import { buildAppServer } from "@covenant/app-server";

/** The staff console, at its own host only. */
const environment = process.env;
const port = Number(environment.ADMIN_PORT ?? 4200);
const host = environment.ADMIN_HOST ?? "admin.localhost";

const app = await buildAppServer({
  bundle: fileURLToPath(new URL("../dist", import.meta.url)),
  apiUrl: environment.API_URL ?? "http://127.0.0.1:4000",
  trpcPrefix: "/staff/trpc",
  passOn: [],
  mediaOrigin: environment.MEDIA_URL ?? "http://media.localhost:4400",
  answersAt: (hostname) => hostname === host,
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void app.close());
await app.listen({ port, host: "127.0.0.1" });
