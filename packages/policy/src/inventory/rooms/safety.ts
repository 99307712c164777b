import { byClause, of, type Room } from "../entry.ts";

export const safety: Room = {
  entries: [
    {
      id: "rulings",
      what: "What the terms said about your requests, payments and files: outcome, clauses, facts and explanation",
      why: "To tell you why something was done, and to let it be looked at again.",
      basis: "law",
      place: "database",
      kept: byClause("safety"),
      receivers: [],
      columns: of(
        "public.ruling",
        "question outcome answer clauses overridden terms_version facts member_explanation staff_explanation at",
      ),
    },
    {
      id: "strikes",
      what: "Strikes and suspensions: for which breach, when, and until when they count",
      why: "To keep to the steps that the terms set, and to undo them where they were wrong.",
      basis: "interest",
      place: "database",
      kept: byClause("safety"),
      receivers: ["authorities"],
      columns: [
        ...of("public.strike", "clause_id category conduct weight state imposed_at expires_at ended_at"),
        ...of("public.suspension", "cause imposed_at ends_at lifted_at"),
      ],
    },
    {
      id: "sanctions",
      what: "Warnings, limits, suspensions and the closing of your account: by which clause, from when until when, and the reasons you were given",
      why: "To carry them out as you were told, and to undo them where they were wrong.",
      basis: "interest",
      place: "database",
      kept: byClause("safety"),
      receivers: ["authorities"],
      columns: [
        ...of("public.sanction", "kind clause_id conduct statement imposed_at ends_at running undone_at"),
        ...of("public.termination", "effective_at credits withdrawn_at carried_out_at"),
      ],
    },
    {
      id: "cases",
      what: "Cases that a person looked at, what spoke for and against, and what was decided",
      why: "To have a person decide where a machine must not, and to answer an appeal.",
      basis: "law",
      place: "database",
      kept: byClause("safety"),
      receivers: ["authorities"],
      columns: [
        ...of(
          "public.review_case",
          "kind facts category state credits_under_review signals opened_at due_at decided_at outcome",
        ),
        ...of("public.decision", "outcome note at"),
      ],
    },
    {
      id: "preservations",
      what: "That something of yours is kept past its time because a law demands it: why, by whom, and until when at the least",
      why: "To keep what was reported to the authorities, or what a court case is about, from being deleted.",
      basis: "law",
      place: "database",
      kept: byClause("safety"),
      receivers: ["authorities"],
      columns: of("public.preservation", "reason note placed_by placed_at binds_until ended_at ended_by end_note"),
    },
    {
      id: "acts",
      what: "What our staff and our software did with your account and when, looking at your prompt included",
      why: "To answer for it. The record is added to and never edited.",
      basis: "interest",
      place: "database",
      kept: byClause("safety"),
      receivers: [],
      columns: of("public.act", "actor act subject note facts at"),
    },
  ],
  technical: [
    {
      why: "names a record, or the record it belongs to",
      columns: [
        ...of("public.ruling", "id storefront member_id generation_id case_id"),
        ...of("public.strike", "id storefront member_id generation_id case_id"),
        ...of("public.suspension", "id member_id sanction_id"),
        ...of("public.sanction", "id storefront member_id case_id ruling_id"),
        ...of("public.termination", "sanction_id member_id"),
        ...of("public.preservation", "id subject ruling_id"),
        ...of("public.review_case", "id storefront member_id generation_id order_id cause_id"),
        ...of("public.decision", "id case_id request_id staff_id"),
        ...of("public.act", "id ruling_id"),
      ],
    },
  ],
};
