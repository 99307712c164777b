import { createTRPCClient } from "@trpc/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { streamLink } from "./stream-link.ts";

/** The browser's EventSource as far as the link uses it; what the api sends is said by the test. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static readonly dialled: Line[] = [];
  readyState = 1;
  readonly address: string;

  constructor(address: string) {
    super();
    this.address = address;
    Line.dialled.push(this);
  }
  say(name: string, data: unknown = ""): void {
    this.dispatchEvent(new MessageEvent(name, { data: data === "" ? "" : JSON.stringify(data) }));
  }
  close(): void {
    this.readyState = Line.CLOSED;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Line);
  Line.dialled.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const generationId = "gen_0" as never;
const line = (at: number) => Line.dialled.at(at) as Line;

function watch() {
  const heard = { onData: vi.fn(), onError: vi.fn(), onComplete: vi.fn(), onStarted: vi.fn() };
  const client = createTRPCClient({ links: [streamLink("/trpc")] });
  return { ...heard, ...client.generations.watch.subscribe({ generationId }, heard) };
}

it("asks for the subscription and hands on each answer", () => {
  const { onStarted, onData, onComplete } = watch();
  expect(line(0).address).toBe(`/trpc/generations.watch?input=${encodeURIComponent('{"generationId":"gen_0"}')}`);
  line(0).say("connected", {});
  line(0).say("message", { state: "running" });
  line(0).say("return");
  expect(onStarted).toHaveBeenCalledOnce();
  expect(onData).toHaveBeenCalledExactlyOnceWith({ state: "running" });
  expect(onComplete).toHaveBeenCalledOnce();
  expect(line(0).readyState).toBe(Line.CLOSED);
});

it("ends with a refusal, and waits through a fault that passes", () => {
  const { onError } = watch();
  line(0).say("serialized-error", { code: -32603, message: "away for a moment", data: null });
  expect(onError).not.toHaveBeenCalled();
  line(0).say("serialized-error", { code: -32001, message: "no session", data: { refusal: null } });
  expect(onError).toHaveBeenCalledOnce();
  expect(line(0).readyState).toBe(Line.CLOSED);
});

it("says so when the api refuses the stream itself", () => {
  const { onError } = watch();
  line(0).close();
  line(0).dispatchEvent(new Event("error"));
  expect(onError).toHaveBeenCalledOnce();
});

it("dials anew when the line was silent for longer than the api allows, and not before", () => {
  const { onData, unsubscribe } = watch();
  line(0).say("connected", { reconnectAfterInactivityMs: 30_000 });
  vi.advanceTimersByTime(20_000);
  line(0).say("ping");
  vi.advanceTimersByTime(20_000);
  expect(Line.dialled).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(Line.dialled).toHaveLength(2);
  expect(line(0).readyState).toBe(Line.CLOSED);
  line(1).say("message", { state: "delivered" });
  expect(onData).toHaveBeenCalledOnce();
  unsubscribe();
  expect(line(1).readyState).toBe(Line.CLOSED);
  vi.advanceTimersByTime(60_000);
  expect(Line.dialled).toHaveLength(2);
});
