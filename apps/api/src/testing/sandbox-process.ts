import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type SandboxProcess = { url: string; close(): Promise<void> };

const entry = fileURLToPath(new URL("../../../../packages/sandbox/bin/sandbox.ts", import.meta.url));

/** Starts the sandbox as an operator does: in a process of its own, on a free port; its Stripe tells `apiUrl`. */
export async function startSandboxProcess(settings: {
  API_URL: string;
  STRIPE_WEBHOOK_SECRET: string;
}): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", entry], {
    cwd: fileURLToPath(new URL("../../../../packages/sandbox", import.meta.url)),
    // With all of our environment, so that both live by one clock where a run has been given another.
    env: { ...process.env, SANDBOX_PORT: "0", SANDBOX_SPEED: "10", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = await new Promise<string>((listening, failed) => {
    child.once("error", failed).once("exit", (code) => failed(new Error(`the sandbox ended with ${code}`)));
    child.stdout.on("data", (chunk) => {
      const said = /sandbox listens on (\S+)/.exec(String(chunk))?.[1];
      if (said !== undefined) listening(said);
    });
  });
  return {
    url,
    async close() {
      child.kill("SIGTERM");
      await gone;
    },
  };
}
