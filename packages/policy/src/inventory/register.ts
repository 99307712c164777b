import type { Entry, Room, Technical } from "./entry.ts";
import { account } from "./rooms/account.ts";
import { money } from "./rooms/money.ts";
import { running } from "./rooms/running.ts";
import { safety } from "./rooms/safety.ts";
import { work } from "./rooms/work.ts";

const rooms: readonly Room[] = [account, work, money, safety, running];

/** Everything that is stored about members, wherever it is, in the order a reader meets it. */
export const entries: readonly Entry[] = rooms.flatMap((room) => room.entries);

/** Every other column, and why it says nothing about a member. */
export const technical: readonly Technical[] = rooms.flatMap((room) => room.technical);

/**
 * Schemas and tables whose columns are another program's to name, and why. The queue's rows hold ids alone (see the entry
 * on jobs), the two others what was migrated when.
 */
export const foreign: readonly string[] = ["bullmq.", "migration.", "public._prisma_migrations."];
