import { migrate, OtherVersion } from "@covenant/db/migrate";
import { StartFault } from "./announce.ts";
import type { DatabaseAddresses } from "./environment.ts";
import type { Secrets } from "./secrets.ts";

/**
 * Brings the demo's database to this version.
 * @throws StartFault when the data was made by another version: a demo has nothing that is worth more than a fresh start.
 */
export async function migrateDemo({ ownerUrl }: DatabaseAddresses, { appPassword, keysPassword }: Secrets) {
  try {
    await migrate({ ownerUrl, appPassword, keysPassword });
  } catch (error) {
    if (!(error instanceof OtherVersion)) throw error;
    throw new StartFault("The data in .data was made by another version of Covenant: remove .data to start over.");
  }
}
