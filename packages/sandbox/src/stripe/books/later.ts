import type { StripeRoom } from "../stripe-room.ts";
import { newId } from "./ids.ts";

/** Something Stripe does by itself a while after it was asked. Kept in the books, so that a restart forgets none. */
export type Task = { id: string; at: number } & Deed;

export type Deed =
  | { kind: "expire-session"; session: string }
  | { kind: "finish-payment"; session: string; succeeds: boolean }
  | { kind: "settle-refund"; refund: string; outcome: "succeeded" | "failed" }
  | { kind: "dispute"; charge: string; reason: string; isInquiry: boolean }
  | { kind: "warn-of-fraud"; charge: string };

/** Does the deed after so many real milliseconds; `at` is a time on the wall clock. */
export function later(room: StripeRoom, milliseconds: number, deed: Deed): void {
  const task: Task = { ...deed, id: newId("task"), at: Date.now() + milliseconds };
  room.books.tasks.set(task.id, task);
  startTask(room, task);
}

/** Goes on with what an earlier process left undone. */
export function resumeTasks(room: StripeRoom): void {
  for (const task of room.books.tasks.values()) startTask(room, task);
}

function startTask(room: StripeRoom, task: Task): void {
  const { background } = room.world;
  background.start(task.kind, async () => {
    await background.sleep(Math.max(0, task.at - Date.now()));
    room.books.tasks.delete(task.id);
    await room.perform(task);
    room.touch();
  });
}
