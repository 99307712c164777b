export { freePort } from "@covenant/postgres";
export { type FreshDatabase, freshDatabase } from "./fresh-database.ts";
