import { type FaultOf, faultsOf, type Room } from "./fault-catalogue.ts";

export type FaultSwitches = {
  /**
   * The switches thrown for one call, out of `among`: those named in brackets in `text`, and those armed by the control
   * API, whose count goes down by one. A switch armed for certain subjects leaves every call alone that is about none of
   * them.
   */
  take<R extends Room>(
    room: R,
    among: readonly FaultOf<R>[],
    text?: string,
    subjects?: readonly string[],
  ): Set<FaultOf<R>>;
  /** Arms a switch for the next `times` calls it applies to, for good when absent; and for these subjects only, if any. */
  arm<R extends Room>(room: R, fault: FaultOf<R>, times?: number, only?: readonly string[]): void;
  /** What is armed; null stands for "until disarmed". */
  armed(): Armed[];
  disarm(): void;
};

export type Armed = { room: Room; fault: string; times: number | null; only: readonly string[] };

/** Starts with nothing armed. */
export function createFaultSwitches(): FaultSwitches {
  const counts = new Map<string, { room: Room; fault: string; times: number; only: readonly string[] }>();
  function spend(room: Room, fault: string, subjects: readonly string[]): boolean {
    const key = `${room} ${fault}`;
    const entry = counts.get(key);
    if (!entry || (entry.only.length > 0 && !entry.only.some((subject) => subjects.includes(subject)))) return false;
    entry.times -= 1;
    if (entry.times <= 0) counts.delete(key);
    return true;
  }
  return {
    take(room, among, text = "", subjects = []) {
      const written = new Set(sentinelsIn(text));
      return new Set(among.filter((fault) => written.has(fault) || spend(room, fault, subjects)));
    },
    arm: (room, fault, times = Number.POSITIVE_INFINITY, only = []) => {
      counts.set(`${room} ${fault}`, { room, fault, times, only });
    },
    armed: () =>
      [...counts.values()].map((entry) => ({ ...entry, times: Number.isFinite(entry.times) ? entry.times : null })),
    disarm: () => counts.clear(),
  };
}

/** Takes any switch of the room that applies. */
export function takeAny<R extends Room>(switches: FaultSwitches, room: R, text?: string): Set<FaultOf<R>> {
  return switches.take(room, faultsOf(room), text);
}

function sentinelsIn(text: string): string[] {
  return [...text.matchAll(/\[([a-z0-9:/-]{2,40})\]/g)].flatMap((match) => match[1] ?? []);
}
