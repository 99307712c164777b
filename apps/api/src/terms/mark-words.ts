import type { MarkedWords } from "@covenant/domain";
import { diffWordsWithSpace } from "diff";

/** Words that went and words that came, side by side, up to the next that stayed. */
type Run = { removed: string; added: string; same: string };

/** Two wordings as one text: the words they share, those that went and those that came. */
export function markWords({ before, after }: { before: string; after: string }): MarkedWords[] {
  return runsOf(before, after)
    .flatMap(({ removed, added, same }): MarkedWords[] => [
      { kind: "removed", text: removed },
      { kind: "added", text: added },
      { kind: "same", text: same },
    ])
    .filter(({ text }) => text !== "");
}

function runsOf(before: string, after: string): Run[] {
  const runs: Run[] = [];
  let run: Run = { removed: "", added: "", same: "" };
  for (const { added, removed, value } of diffWordsWithSpace(before, after)) {
    if (added || removed) {
      if (run.same.trim() !== "") {
        runs.push(run);
        run = { removed: "", added: "", same: "" };
      }
      // A space that stays between two changed words is read as a part of the change.
      run = {
        removed: run.removed + run.same + (removed ? value : ""),
        added: run.added + run.same + (added ? value : ""),
        same: "",
      };
    } else {
      run.same += value;
    }
  }
  return [...runs, run];
}
