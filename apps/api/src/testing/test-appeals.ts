import {
  type AppealedThing,
  type AppealId,
  type AppealOutcome,
  type CaseId,
  newId,
  type StaffActor,
} from "@covenant/domain";
import { decideAppeal } from "../appeals/decide-appeal.ts";
import { makeAppeal } from "../appeals/make-appeal.ts";
import { previewAppeal } from "../appeals/preview-appeal.ts";
import { viewAppealPage } from "../appeals/view-appeal-page.ts";
import { revealPrompt } from "../cases/reveal-prompt.ts";
import { testConduct } from "./test-conduct.ts";
import { testStaff } from "./test-people.ts";

/** A studio in which a member appeals, and somebody who had no part in the decision answers. */
export async function testAppeals() {
  const stage = await testConduct();
  const { deps } = stage.studio;
  const judge: StaffActor = await testStaff(deps, { role: "moderator" });
  /** Blocks that are asked for at once are all heard alike. */
  let underWay = 0;
  const caseOf = async (appealId: AppealId) =>
    (await deps.db.rows.appeal.findUniqueOrThrow({ where: { id: appealId } })).caseId as CaseId;
  /** Reveals the prompt of a case about a request, as whoever decides does first. */
  const read = async (by: StaffActor, caseId: CaseId) => {
    const { kind } = await deps.db.rows.case.findUniqueOrThrow({ where: { id: caseId } });
    if (kind === "prompt") await revealPrompt(deps, by, caseId);
  };
  return {
    ...stage,
    deps,
    judge,
    get member() {
      return stage.member;
    },

    /** A block that two voices agree on, whose credits are spent and whose strike counts; or of one, which waits. */
    async blocked(standing: "suspected" | "established" = "established") {
      const signal = { source: "moderation", category: "hate", confidence: 0.97 } as const;
      stage.studio.hear(standing === "established" ? signal : null);
      underWay += 1;
      const generationId = await stage.studio.request(stage.member, { prompt: "a standin-hate in the rain" });
      underWay -= 1;
      if (underWay === 0) stage.studio.hear(null);
      const { id } = await deps.db.rows.case.findUniqueOrThrow({ where: { generationId } });
      return { generationId, caseId: id as CaseId };
    },
    appeal: (about: AppealedThing, requestId = newId("request")) =>
      makeAppeal(deps, stage.member, { about, requestId, words: "It was a scene from a play." }),

    /** Previews and answers, as the page does. */
    async answered(appealId: AppealId, outcome: AppealOutcome, by = judge) {
      const plan = await previewAppeal(deps, { appealId, outcome });
      const request = { requestId: newId("request"), appealId, outcome, digest: plan.digest, reasons: "Looked again." };
      await read(by, await caseOf(appealId));
      await decideAppeal(deps, by, request);
      return { plan, request };
    },
    read,
    page: (about: AppealedThing) => viewAppealPage(deps, stage.member, about),
  };
}
