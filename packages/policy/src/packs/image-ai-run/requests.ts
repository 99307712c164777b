import { dataRequestRules } from "../../data-requests/data-request-rules.ts";
import { cappedLiability } from "../../liability/liability-rules.ts";
import { supportAim } from "../../support/support-rules.ts";
import { counterNoticeRules } from "../../takedowns/counter-rules.ts";
import { takedownNoticeRules } from "../../takedowns/notice-rules.ts";
import type { RequestRules } from "../pack.ts";

export const requests: RequestRules = {
  takedownNotice: takedownNoticeRules({ practice: "IAI-a40", own: ["IAI-12.1"] }),
  counterNotice: counterNoticeRules("IAI-a40"),
  dataRequest: dataRequestRules({ own: ["IAI-i17"], closing: ["IAI-i17"] }),
  supportDeadline: supportAim("IAI-13.4", "IAI-i16"),
  liabilityCap: cappedLiability({
    clause: "IAI-10.1",
    reading: "IAI-i15",
    gives: { cap: "paid", before: "event", months: 12, floorDollars: 100 },
    says: "In all, no more is owed than what was paid in the twelve months before the event, or 100 US dollars if that is more, as far as the law allows.",
    noIndirect: false,
  }),
};
