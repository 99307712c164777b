/** What the web server is told from outside, with the demo's values where it is told nothing. */
export const environment = {
  port: Number(process.env.WEB_PORT ?? 4100),
  /** Null: the demo's hosts. */
  storefrontHosts: process.env.STOREFRONT_HOSTS?.split(",") ?? null,
  apiUrl: process.env.API_URL ?? "http://127.0.0.1:4000",
  mediaOrigin: process.env.MEDIA_URL ?? `http://media.localhost:${process.env.MEDIA_PORT ?? 4400}`,
};

/** Where the demo's stand-ins and its console are, for links; empty outside demo mode, where no page mentions them. */
export const demoPlaces: Record<string, string> =
  process.env.COVENANT_MODE === "demo"
    ? {
        "demo-sandbox": process.env.SANDBOX_URL ?? "http://127.0.0.1:4300",
        "demo-console": `http://admin.localhost:${process.env.ADMIN_PORT ?? 4200}`,
      }
    : {};
