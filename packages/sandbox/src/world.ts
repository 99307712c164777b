import { type Background, createBackground } from "./background.ts";
import { type CallLog, createCallLog } from "./calls/call-log.ts";
import { createFaultSwitches, type FaultSwitches } from "./faults/fault-switches.ts";
import type { SandboxOptions } from "./options.ts";

/** What every room shares. `publicUrl` is known only once the port is bound, hence a method. */
export type World = {
  options: SandboxOptions;
  background: Background;
  calls: CallLog;
  faults: FaultSwitches;
  publicUrl(): string;
  /** Real-time milliseconds for a duration at normal speed. */
  pace(milliseconds: number): number;
};

/** Builds the shared state. `bind` is called once with the address, after listening. */
export function createWorld(options: SandboxOptions): World & { bind(url: string): void } {
  let url = options.publicUrl ?? "";
  const log = options.log;
  return {
    options,
    background: createBackground((name, error) =>
      log(`${name} failed: ${error instanceof Error ? error.name : "unknown"}`),
    ),
    calls: createCallLog(),
    faults: createFaultSwitches(),
    publicUrl: () => url,
    pace: (milliseconds) => milliseconds / options.speed,
    bind(bound) {
      url ||= bound;
    },
  };
}
