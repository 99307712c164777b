import { Socket } from "node:net";
import { Refusal } from "@covenant/domain";
import { type DecodeTask, decodeTasks } from "./decode-tasks.ts";
import {
  bytesAtMost,
  exitOfMemory,
  exitOfTime,
  type FromDecoder,
  pipeNumber,
  processorSecondsAtMost,
  restsAbove,
  type ToDecoder,
} from "./decoder-words.ts";

// The other side of `decoder.ts`: one file at a time, and nothing of it afterwards. What runs here may be taken over by a
// hostile file, so it has no database, no keys and no settings.
const pipe = new Socket({ fd: pipeNumber, readable: true, writable: false });
const incoming = pipe[Symbol.asyncIterator]();
let early: Buffer = Buffer.alloc(0);

let begunAt = process.cpuUsage();

// The decoders work on threads of their own, so this goes on looking while they fill the memory.
setInterval(() => {
  if (process.memoryUsage.rss() > bytesAtMost) process.exit(exitOfMemory);
  const { user, system } = process.cpuUsage(begunAt);
  if (user + system > processorSecondsAtMost * 1_000_000) process.exit(exitOfTime);
}, 10).unref();

process.on("message", ({ task, length }: ToDecoder) => void answer(task, length));
process.once("disconnect", () => process.exit(0));

async function answer(task: DecodeTask, length: number): Promise<void> {
  begunAt = process.cpuUsage();
  const bytes = await readExactly(length);
  const said = await work(task, bytes);
  process.send?.(said, () => {
    // Memory that a large picture took is not given back by the allocator; a new process has none of it.
    if (process.memoryUsage.rss() > restsAbove) process.exit(0);
  });
}

async function work(task: DecodeTask, bytes: Uint8Array): Promise<FromDecoder> {
  try {
    return { kind: "done", result: await decodeTasks[task](bytes) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", code: error.code, facts: error.facts };
    return { kind: "failed", message: error instanceof Error ? error.message : "unknown" };
  }
}

async function readExactly(length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = early.copy(bytes, 0, 0, length);
  early = early.subarray(filled);
  while (filled < length) {
    const { value, done } = await incoming.next();
    if (done) process.exit(0);
    const piece: Buffer = value;
    const taken = piece.copy(bytes, filled);
    early = piece.subarray(taken);
    filled += taken;
  }
  return bytes;
}
