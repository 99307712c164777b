import { dataRequestRules } from "../../data-requests/data-request-rules.ts";
import { cappedLiability } from "../../liability/liability-rules.ts";
import { supportTarget } from "../../support/support-rules.ts";
import { counterNoticeRules } from "../../takedowns/counter-rules.ts";
import { takedownNoticeRules } from "../../takedowns/notice-rules.ts";
import type { RequestRules } from "../pack.ts";

export const requests: RequestRules = {
  takedownNotice: takedownNoticeRules({ practice: "MMI-a40", own: [] }),
  counterNotice: counterNoticeRules("MMI-a40"),
  dataRequest: dataRequestRules({ own: ["MMI-P7.1"], closing: ["MMI-10.2"] }),
  supportDeadline: supportTarget("MMI-a41"),
  liabilityCap: cappedLiability({
    clause: "MMI-9.1",
    reading: "MMI-i15",
    gives: { cap: "paid", before: "claim", months: 12, floorDollars: 0 },
    says: "In all, no more is owed than what was paid in the twelve months before the claim, as far as the law allows.",
    noIndirect: true,
  }),
};
