/** What the console's server is told from outside, with the demo's values where it is told nothing. */
export const environment = {
  port: Number(process.env.ADMIN_PORT ?? 4200),
  host: process.env.ADMIN_HOST ?? "admin.localhost",
  apiUrl: process.env.API_URL ?? "http://127.0.0.1:4000",
  mediaOrigin: process.env.MEDIA_URL ?? `http://media.localhost:${process.env.MEDIA_PORT ?? 4400}`,
};
