import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "@covenant/postgres";

/** Runs `work` beside a Redis that keeps nothing, on a free port, and ends it whatever happens. */
export async function withRedis<Result>(program: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const port = await freePort();
  const flags = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn(program, flags, { cwd: "/", stdio: ["ignore", "pipe", "inherit"] });
  const endWithUs = () => server.kill("SIGKILL");
  process.once("exit", endWithUs);
  try {
    await new Promise<void>((ready, failed) => {
      server.stdout.on("data", (chunk) => String(chunk).includes("Ready to accept connections") && ready());
      server.once("error", failed).once("exit", () => failed(new Error(`${program} ended before it was ready`)));
    });
    return await work(`redis://127.0.0.1:${port}`);
  } finally {
    process.off("exit", endWithUs);
    const ended = once(server, "exit");
    if (server.kill("SIGTERM")) await ended;
  }
}
