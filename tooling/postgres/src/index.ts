export { freePort } from "./free-port.ts";
export { PostgresFault } from "./postgres-fault.ts";
export { type PostgresOptions, type PostgresServer, startPostgres } from "./start-postgres.ts";
export { stopLeftoverServer } from "./stop-leftover-server.ts";
