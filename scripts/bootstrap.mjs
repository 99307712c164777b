// The one file that runs before anything is installed: plain JavaScript, no packages.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, ".data");
const pnpmVersion = "12.21.0";

try {
  const [command, ...rest] = process.argv.slice(2);
  assertNodeVersion();
  assertWritable();
  const env = environmentWithoutNpm();
  env.PATH = [folderOfPnpm(env), env.PATH].filter(Boolean).join(delimiter);
  installPackages(env);
  run(command, rest, env);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function assertNodeVersion() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Covenant needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

function assertWritable() {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
  } catch (error) {
    throw new Error(`Covenant keeps everything in ${data}, which cannot be written (${error.code}).`);
  }
}

/** npm passes its own settings down to what it runs; pnpm would take them for its own. What reaches the network stays. */
function environmentWithoutNpm() {
  const kept = /^npm_config_(registry|https?_proxy|proxy|noproxy|cafile|ca|strict_ssl|userconfig|globalconfig)$/i;
  const isNoise = (name) => /^(npm_|INIT_CWD$)/i.test(name) && !kept.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isNoise(name)));
}

/** Turborepo starts `pnpm` by name, so a folder that holds it goes on the PATH. Null: it is there already. */
function folderOfPnpm(env) {
  const tools = join(data, "tools");
  const own = join(tools, "node_modules", ".bin");
  if (isPnpm12("pnpm", env)) return null;
  if (isPnpm12(join(own, "pnpm"), env)) return own;
  console.log(`Fetching pnpm ${pnpmVersion} …`);
  mkdirSync(tools, { recursive: true });
  if (!existsSync(join(tools, "package.json"))) writeFileSync(join(tools, "package.json"), "{}\n");
  const flags = ["--prefix", tools, "--no-audit", "--no-fund", "--loglevel=error"];
  must("npm", ["install", ...flags, `pnpm@${pnpmVersion}`], env, `pnpm ${pnpmVersion} could not be fetched`);
  return own;
}

function isPnpm12(program, env) {
  const quiet = { ...env, COREPACK_ENABLE_DOWNLOAD_PROMPT: "0" };
  const found = spawnSync(program, ["--version"], { cwd: root, env: quiet, encoding: "utf8", timeout: 20_000 });
  return found.status === 0 && found.stdout.startsWith("12.");
}

/** Installs when the lockfile, or the Node that native packages were chosen for, is not the one installed for. */
function installPackages(env) {
  const stamp = join(root, "node_modules", ".covenant-installed");
  const parts = ["pnpm-lock.yaml", "pnpm-workspace.yaml"].map((file) => readFileSync(join(root, file)));
  const wanted = createHash("sha256").update(Buffer.concat(parts)).update(process.version).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing packages …");
  // CI makes pnpm answer its own questions, such as rebuilding a node_modules made by another tool.
  const answered = { ...env, CI: "true" };
  must("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], answered, "Packages could not be installed");
  writeFileSync(stamp, wanted);
}

function must(program, args, env, complaint) {
  const done = spawnSync(program, args, { cwd: root, env, encoding: "utf8", maxBuffer: 64 << 20 });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ""}${done.stderr ?? ""}`.trim().split("\n").slice(-15).join("\n");
  throw new Error(`${complaint}${done.error ? ` (${done.error.message})` : ""}.\n${said}`);
}

function run(command, rest, env) {
  const script = join("scripts", `${command}.ts`);
  const child = spawn(process.execPath, ["--import", "tsx", script, ...rest], { cwd: root, env, stdio: "inherit" });
  // The terminal signals the whole group; a signal sent to this process alone is passed on. The child decides when it is over.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
  });
}
