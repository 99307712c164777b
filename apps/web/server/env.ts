/** What the web server is told from outside, with the demo's values where it is told nothing. */
export const environment = {
  port: Number(process.env.WEB_PORT ?? 4100),
  storefrontHosts: (
    process.env.STOREFRONT_HOSTS ?? "modelmyimage.localhost,apimodels.localhost,image-ai-run.localhost"
  ).split(","),
  apiUrl: process.env.API_URL ?? "http://127.0.0.1:4000",
  mediaOrigin: process.env.MEDIA_URL ?? `http://media.localhost:${process.env.MEDIA_PORT ?? 4400}`,
};
