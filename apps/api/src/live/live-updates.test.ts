import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { type FreshDatabase, freshDatabase } from "@covenant/test-kit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LiveUpdates, listenForUpdates } from "./live-updates.ts";

let database: FreshDatabase;
let teller: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  teller = new pg.Client({ connectionString: database.url });
  await teller.connect();
});
afterAll(async () => {
  await teller.end();
  await database.drop();
});

const tell = (id: string) => teller.query("SELECT pg_notify('covenant_live', $1)", [id]);

function watch(live: LiveUpdates, id: string) {
  const left = new AbortController();
  const changes = live.watch(id, left.signal);
  return { next: async () => !(await changes.next()).done, leave: () => left.abort() };
}

it("wakes who watches a thing, and nobody else", async () => {
  const live = await listenForUpdates(database.url);
  const [one, other] = [watch(live, "gen_1"), watch(live, "gen_2")];
  expect([await one.next(), await other.next()]).toEqual([true, true]);
  const woken = Promise.race([one.next().then(() => "one"), other.next().then(() => "other")]);
  await tell("gen_1");
  expect(await woken).toBe("one");
  one.leave();
  other.leave();
  await live.close();
});

it("joins changes that fall while the reader is busy", async () => {
  const live = await listenForUpdates(database.url);
  const reader = watch(live, "gen_1");
  await reader.next();
  const fence = watch(live, "fence");
  await fence.next();
  for (const id of ["gen_1", "gen_1", "gen_1", "gen_1", "gen_1", "fence"]) await tell(id);
  await fence.next(); // Told last, on the one line: whatever was told before has arrived.
  await reader.next();
  const next = reader.next();
  expect(await Promise.race([next, setTimeout(200, "quiet")])).toBe("quiet");
  fence.leave();
  reader.leave();
  expect(await next).toBe(false);
  await live.close();
});

it("comes back on one connection after an outage, and wakes everybody for what they missed", async () => {
  const gate = await openGate(database.url);
  const live = await listenForUpdates(gate.url);
  const reader = watch(live, "gen_1");
  await reader.next();
  const woken = reader.next();
  gate.shut();
  await setTimeout(1_500);
  await tell("gen_1");
  gate.open();
  expect(await woken).toBe(true);
  await setTimeout(500);
  expect(gate.connections()).toBe(1);
  reader.leave();
  await live.close();
  await expect.poll(() => gate.connections()).toBe(0);
  gate.close();
});

/** Stands before the database like a network: it can be cut, and counts who is connected. */
async function openGate(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server: Server = createServer((socket) => {
    if (!isOpen) {
      socket.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      far.destroy();
    });
    far.on("close", () => socket.destroy());
    for (const side of [socket, far]) side.on("error", () => {});
    socket.pipe(far).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const through = new URL(url);
  if (address !== null && typeof address === "object") through.port = String(address.port);
  through.hostname = "127.0.0.1";
  return {
    url: through.href,
    connections: () => sockets.size,
    shut: () => {
      isOpen = false;
      for (const socket of sockets) socket.destroy();
    },
    open: () => {
      isOpen = true;
    },
    close: () => server.close(),
  };
}
