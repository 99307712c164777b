import type { ReplayView } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { CommandFault } from "../run-command.ts";
import { readReplayCommand } from "./read-replay-command.ts";
import { writeReplay } from "./write-replay.ts";

const replay: ReplayView = {
  storefront: "image-ai-run",
  version: "2027-03-15",
  since: "2026-08-23T12:00:00.000Z",
  read: 37,
  same: 14,
  flipped: 8,
  unreplayed: 15,
  members: 1,
  creditsMore: 0,
  creditsFewer: 0,
  flips: [
    {
      question: "ladder",
      before: { outcome: "suspension", clauses: ["IAI-11.1"] },
      after: { outcome: "limit", clauses: ["IAI-a57"] },
      differs: ["sanction suspension → limit"],
      rulings: 8,
      members: 1,
      creditsMore: 0,
      creditsFewer: 0,
      examples: [{ id: "rul_1", memberId: "mem_1", generationId: null }],
    },
  ],
  notReplayed: [{ question: "termsAcceptance", why: "so", rulings: 15, examples: [] }],
};

it("says of every ruling that was read what became of it, and names members", () => {
  const text = writeReplay(replay);
  expect(text).toContain("37 read, 22 asked again: 14 the same, 8 otherwise for 1 member; 15 could not be asked");
  expect(text).toMatch(/8\s+1\s+moves none\s+mem_1$/m);
});

it("says how many members it does not name", () => {
  const [flip] = replay.flips;
  if (flip === undefined) throw new Error("there is one group");
  const examples = ["mem_1", "mem_2", "mem_3", "mem_4"].map((memberId) => ({
    id: `rul_${memberId}`,
    memberId,
    generationId: null,
  }));
  const text = writeReplay({ ...replay, flips: [{ ...flip, members: 6, creditsMore: 4, examples }] });
  expect(text).toMatch(/6\s+\+4\s+mem_1, mem_2, mem_3 and 3 more$/m);
});

describe("the command", () => {
  it("reads what it is asked", () => {
    const args = ["--storefront", "apimodels", "--version", "2027-03-01", "--days", "7", "--json"];
    const question = { storefront: "apimodels", version: "2027-03-01", days: 7 };
    expect(readReplayCommand(args)).toEqual({ question, json: true });
  });

  it.each([
    ["nothing", []],
    ["a storefront nobody has", ["--storefront", "elsewhere", "--version", "2027-03-15"]],
    ["a version nobody has", ["--storefront", "image-ai-run", "--version", "1999-01-01"]],
    ["too many days", ["--storefront", "image-ai-run", "--version", "2027-03-15", "--days", "3660"]],
    ["an option nobody knows", ["--shop", "image-ai-run"]],
  ])("says in one sentence how it is asked, and ends with 2: %s", (_, args) => {
    const ask = () => readReplayCommand(args);
    expect(ask).toThrow(CommandFault);
    expect(ask).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(ask).toThrow(/^Name a storefront.*as in: pnpm policy:replay --storefront \S+ --version \S+ --days 90\n/);
    expect(ask).toThrow("  apimodels: 2026-06-06, 2027-03-01");
  });
});
