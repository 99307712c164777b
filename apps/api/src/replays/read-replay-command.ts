import { parseArgs } from "node:util";
import { mostReplayDays, type ReplayQuestion, replayQuestion, storefrontIds } from "@covenant/domain";
import { findTerms, packs } from "@covenant/policy";
import { CommandFault } from "../run-command.ts";

type ReplayCommand = { question: ReplayQuestion; json: boolean };

/** The exit code of a command that was called wrongly. */
const badUsage = 2;

/** What `policy:replay` was asked. Throws {@link CommandFault} with how to ask. */
export function readReplayCommand(args: readonly string[]): ReplayCommand {
  const { json, ...asked } = optionsOf(args);
  const read = replayQuestion.safeParse({ ...asked, days: Number(asked.days) });
  if (!read.success || findTerms(read.data.storefront, read.data.version) === null) throw usageFault();
  return { question: read.data, json };
}

function optionsOf(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    storefront: text,
    version: text,
    days: { type: "string", default: "90" },
    json: { type: "boolean", default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw usageFault();
  }
}

function usageFault(): CommandFault {
  const known = storefrontIds.map((id) => `  ${id}: ${packs[id].versions.map(({ version }) => version).join(", ")}`);
  const [storefront] = storefrontIds;
  const version = packs[storefront].versions.at(-1)?.version;
  const example = `pnpm policy:replay --storefront ${storefront} --version ${version} --days 90`;
  const usage = `Name a storefront, a version of its terms and, if you like, --json and 1 to ${mostReplayDays} days, as in: ${example}`;
  return new CommandFault([usage, "Storefronts and their versions:", ...known].join("\n"), badUsage);
}
