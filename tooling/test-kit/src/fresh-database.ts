import { inject } from "vitest";
import { type ClusterAddress, createDatabase, type DatabaseUrls } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    cluster: ClusterAddress;
  }
}

export type FreshDatabase = DatabaseUrls & {
  /** Cuts every session and removes the database. What a test forgets to drop goes with the cluster. */
  drop(): Promise<void>;
};

/**
 * A migrated, empty database of the caller's own: `url` connects as `covenant_app`, `keysUrl` as `covenant_keys`,
 * `ownerUrl` as the owner of every table. Call it once per test file, in `beforeAll`; files run side by side.
 */
export function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase(inject("cluster"));
}
