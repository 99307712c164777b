import { type ChildProcess, fork } from "node:child_process";
import { request } from "node:http";
import { fileURLToPath } from "node:url";

const reporter = fileURLToPath(new URL("./report-cpu.ts", import.meta.url));

export type ServerProcess = { cpu(): Promise<number>; stop(): void };

/** Starts a server in a process of its own and waits until its port answers. */
export async function startServer(
  entry: URL,
  port: number,
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(entry), {
    execArgv: ["--import", "tsx", "--import", reporter],
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await untilAnswers(port, child).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  return { cpu: () => cpuOf(child), stop: () => child.kill("SIGKILL") };
}

function cpuOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("message", (message) => resolve((message as { cpu: number }).cpu));
    child.send("cpu");
  });
}

async function untilAnswers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server on ${port} ended with ${child.exitCode}`);
    const answers = await new Promise<boolean>((resolve) => {
      const call = request({ port, host: "127.0.0.1", path: "/" }, (response) => {
        response.resume();
        resolve(true);
      });
      call.on("error", () => resolve(false));
      call.end();
    });
    if (answers) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`nothing answers on ${port}`);
}
