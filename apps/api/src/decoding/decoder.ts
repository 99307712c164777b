import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { Socket } from "node:net";
import { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Refusal } from "@covenant/domain";
import type { DecodeResult, DecodeTask } from "./decode-tasks.ts";
import { exitOfMemory, exitOfTime, type FromDecoder, pipeNumber, type ToDecoder } from "./decoder-words.ts";

/** A file to be looked at: its bytes as they are read, and how many there are. */
export type FileBytes = { bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>; length: number };

/** What became of a decoder over a file, which says something about the file. */
export class DecoderDied extends Error {
  readonly over: "memory" | "time" | "crash";

  constructor(over: DecoderDied["over"]) {
    super(`a decoder died over a file: ${over}`);
    this.name = "DecoderDied";
    this.over = over;
  }
}

/** So long after it has a file, a decoder that says nothing hangs; what it computes it bounds itself. */
const patienceMs = 180_000;

/** Two at a time for each process of ours, each the end of its queue. They start when they are first needed. */
const decoders: { child: ChildProcess | null; last: Promise<unknown>; waiting: number }[] = [
  { child: null, last: Promise.resolve(), waiting: 0 },
  { child: null, last: Promise.resolve(), waiting: 0 },
];

/**
 * Has a file decoded in a process of its own, whose memory and time are bounded. Throws a refusal that the decoder gave,
 * {@link DecoderDied} where the file was its end, and what reading the bytes threw.
 */
export async function decode<Task extends DecodeTask>(task: Task, file: FileBytes): Promise<DecodeResult<Task>> {
  const [first, second] = decoders;
  const mine = first !== undefined && second !== undefined && second.waiting < first.waiting ? second : first;
  if (mine === undefined) throw new Error("there is no decoder");
  mine.waiting += 1;
  const turn = mine.last.then(async () => {
    mine.child = isAlive(mine.child) ? mine.child : startDecoder();
    return askDecoder(mine.child, task, file);
  });
  mine.last = turn
    .catch(() => {})
    .finally(() => {
      mine.waiting -= 1;
    });
  return (await turn) as DecodeResult<Task>;
}

function isAlive(child: ChildProcess | null): child is ChildProcess {
  return child?.connected === true && child.exitCode === null && child.signalCode === null;
}

/** It sees none of our environment, and does not keep us running. */
function startDecoder(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const child = fork(fileURLToPath(new URL("./decoder-process.ts", import.meta.url)), [], {
    stdio: ["ignore", "ignore", "inherit", "ipc", "pipe"],
    serialization: "advanced",
    execArgv: ["--import", loader],
    env: {},
  });
  child.unref();
  child.channel?.unref();
  const pipe = pipeOf(child);
  pipe.unref();
  // A decoder that dies while it is being written to is heard of by its end.
  pipe.on("error", () => {});
  return child;
}

function pipeOf(child: ChildProcess): Socket {
  const pipe = child.stdio[pipeNumber];
  if (!(pipe instanceof Socket)) throw new Error("a decoder has no pipe");
  return pipe;
}

async function askDecoder(child: ChildProcess, task: DecodeTask, { bytes, length }: FileBytes): Promise<unknown> {
  const ask: ToDecoder = { task, length };
  const answer = hear(child);
  child.send(ask);
  try {
    await pour(child, bytes, length);
  } catch (error) {
    // What follows on the pipe would be taken for the rest of this file.
    child.kill("SIGKILL");
    await answer.catch(() => {});
    throw error;
  }
  const said = await within(patienceMs, child, answer);
  if (said.kind === "done") return said.result;
  if (said.kind === "refused") throw new Refusal(said.code, said.facts);
  throw new Error(said.message);
}

async function within<Answer>(limitMs: number, child: ChildProcess, answer: Promise<Answer>): Promise<Answer> {
  let hangs = false;
  const limit = setTimeout(() => {
    hangs = true;
    child.kill("SIGKILL");
  }, limitMs);
  try {
    return await answer;
  } catch (error) {
    throw hangs ? new Error("a decoder hangs") : error;
  } finally {
    clearTimeout(limit);
  }
}

/** Writes exactly so many bytes, no faster than they are taken. A decoder that died meanwhile takes none. */
async function pour(child: ChildProcess, bytes: FileBytes["bytes"], length: number): Promise<void> {
  const pipe = pipeOf(child);
  let poured = 0;
  for await (const piece of Readable.from(bytes, { objectMode: false })) {
    if (!isAlive(child) || pipe.destroyed) return;
    poured += piece.length;
    if (poured > length) break;
    if (!pipe.write(piece)) await drained(pipe);
  }
  if (poured !== length) throw new Error(`a file of ${length} bytes had another length`);
}

function drained(pipe: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      pipe.off("drain", done).off("close", done);
      resolve();
    };
    pipe.once("drain", done).once("close", done);
  });
}

/** Its answer, or how it ended before it gave one. */
function hear(child: ChildProcess): Promise<FromDecoder> {
  const answer = new Promise<FromDecoder>((resolve, reject) => {
    const done = () => child.off("message", heard).off("exit", ended);
    const heard = (said: FromDecoder) => {
      done();
      resolve(said);
    };
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      done();
      reject(endOf(code, signal));
    };
    child.once("message", heard).once("exit", ended);
  });
  // It may end while the file is still being poured, before anybody waits for this.
  answer.catch(() => {});
  return answer;
}

/** A decoder killed by a signal crashed over the file; one that ended in any other way has a bug or could not start. */
function endOf(code: number | null, signal: string | null): Error {
  if (code === exitOfMemory) return new DecoderDied("memory");
  if (code === exitOfTime) return new DecoderDied("time");
  return signal === null ? new Error(`a decoder ended with ${code}`) : new DecoderDied("crash");
}
