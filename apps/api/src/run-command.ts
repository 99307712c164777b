import { sqlstateOf } from "@covenant/db";
import { badConfiguration, ConfigurationError } from "./env.ts";

/** Something whoever typed the command can put right. The message is one sentence: what is wrong and what to do. */
export class CommandFault extends Error {
  override readonly name = "CommandFault";

  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs one of `bin` to its exit code. What a person can put right is said in plain words; a bug keeps its stack. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(wordsFor(error) ?? error);
    process.exitCode = exitCodeFor(error);
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommandFault) return error.exitCode;
  return error instanceof ConfigurationError ? badConfiguration : 1;
}

function wordsFor(error: unknown): string | null {
  if (error instanceof CommandFault || error instanceof ConfigurationError) return error.message;
  if (!(error instanceof Error)) return null;
  const said = error.message || ("code" in error && error.code);
  if (isUnreachable(error)) return `The database cannot be used: ${said}.`;
  return isWithoutTables(error) ? "The database has no tables yet: run migrate first." : null;
}

/** The network's errors, Prisma's P10.., and the SQLSTATE classes of a wrong role, password or database. */
function isUnreachable(error: Error): boolean {
  const code = "code" in error ? String(error.code) : "";
  return "syscall" in error || /^P10\d\d$/.test(code) || /^(28|3D)/.test(sqlstateOf(error) ?? "");
}

/** Undefined table: SQLSTATE 42P01, and Prisma's name for it. */
function isWithoutTables(error: Error): boolean {
  return sqlstateOf(error) === "42P01" || ("code" in error && error.code === "P2021");
}
