import { type Fields, isFields } from "../record.ts";

/** One call as it is kept: where and how it ended, which switches it set, which fields it sent. Never a body or a key. */
export type Call = {
  at: string;
  direction: "in" | "out";
  /** The stand-in that answered, or `webhook` for what the sandbox sent. */
  room: string;
  method: string;
  path: string;
  status: number;
  milliseconds: number;
  headers: Record<string, string>;
  /** Names of the body's top-level fields, so that a test can say what goes upstream. */
  fields: string[];
};

export type CallLog = {
  note(call: Omit<Call, "at" | "direction">): void;
  noteWebhook(url: string, status: number, startedAt: number): void;
  list(room?: string): Call[];
  clear(): void;
};

const kept = 500;

/** Keeps the last 500 calls, newest first. */
export function createCallLog(): CallLog {
  const calls: Call[] = [];
  function add(call: Call): void {
    calls.unshift(call);
    calls.length = Math.min(calls.length, kept);
  }
  return {
    note: (call) => add({ at: new Date().toISOString(), direction: "in", ...call }),
    noteWebhook(url, status, startedAt) {
      const milliseconds = Date.now() - startedAt;
      const path = new URL(url).pathname;
      const at = new Date().toISOString();
      add({
        at,
        direction: "out",
        room: "webhook",
        method: "POST",
        path,
        status,
        milliseconds,
        headers: {},
        fields: [],
      });
    },
    list: (room) => calls.filter((call) => room === undefined || call.room === room),
    clear: () => {
      calls.length = 0;
    },
  };
}

const tellingHeaders = /^(x-fal-|x-app-fal-|idempotency-key$|stripe-version$|content-type$|user-agent$)/;

/** The headers that change how an upstream treats a call; `authorization` and cookies are never among them. */
export function tellingHeadersOf(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const telling: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (tellingHeaders.test(name) && value !== undefined) telling[name] = String(value);
  }
  return telling;
}

/** The top-level field names of a body; none when it is not an object. */
export function fieldNamesOf(body: unknown): string[] {
  const fields: Fields = isFields(body) ? body : {};
  return Object.keys(fields).sort();
}
