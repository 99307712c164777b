import { join } from "node:path";
import Stripe from "stripe";
import type { World } from "../world.ts";
import type { Books } from "./books/books.ts";
import { keepBooks } from "./books/keep-books.ts";
import type { Task } from "./books/later.ts";
import { performTask } from "./books/perform-task.ts";

/** What the handlers of this stand-in share. */
export type StripeRoom = {
  world: World;
  books: Books;
  /** Signs; it never calls out. */
  stripe: Stripe;
  /** Settled when the latest event in line has been tried. */
  line: Promise<void>;
  /** Called when the next event has been tried: events that wait to be overtaken. */
  overtaken: (() => void)[];
  /** Events that nobody can hear of until they are released. */
  held: Set<string>;
  /** Says that the books changed. */
  touch(): void;
  /** Does what was put off until now. */
  perform(task: Task): Promise<void>;
  /** Writes the books, where they are kept. */
  close(): void;
};

/** Starts with the books of last time, where a data directory is configured, else with empty ones. */
export function openStripeRoom(world: World): StripeRoom {
  const { dataDirectory } = world.options;
  const { books, touch, close } = keepBooks(world, dataDirectory ? join(dataDirectory, "stripe.json") : null);
  const room: StripeRoom = {
    world,
    books,
    stripe: new Stripe("sk_test_sandbox"),
    line: Promise.resolve(),
    overtaken: [],
    held: new Set(),
    touch,
    close,
    perform: (task) => performTask(room, task),
  };
  return room;
}
