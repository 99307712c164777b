import { readOptions, startSandbox } from "../src/index.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

const sandbox = await startSandbox({ ...readOptions(process.env), log: (line) => print(`sandbox ${line}`) });
print(`sandbox listens on ${sandbox.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void sandbox.close());
}
