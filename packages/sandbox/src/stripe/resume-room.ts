import { resumeTasks } from "./books/later.ts";
import { advanceClock, watchTime } from "./clock/advance.ts";
import { resumeEvents } from "./events/send-event.ts";
import type { StripeRoom } from "./stripe-room.ts";

/** Goes on where an earlier process stopped: events on their way, things put off, clocks under way, and real time. */
export function resumeRoom(room: StripeRoom): void {
  resumeEvents(room);
  resumeTasks(room);
  for (const clock of room.books.clocks.values()) {
    const target = clock.status_details.advancing?.target_frozen_time;
    if (target !== undefined) advanceClock(room, clock, target);
  }
  watchTime(room);
}
