import { dataRequestRules } from "../../data-requests/data-request-rules.ts";
import { uncappedLiability } from "../../liability/liability-rules.ts";
import { supportTarget } from "../../support/support-rules.ts";
import { counterNoticeRules } from "../../takedowns/counter-rules.ts";
import { takedownNoticeRules } from "../../takedowns/notice-rules.ts";
import type { RequestRules } from "../pack.ts";

export const requests: RequestRules = {
  takedownNotice: takedownNoticeRules({ practice: "API-a40", own: [] }),
  counterNotice: counterNoticeRules("API-a40"),
  dataRequest: dataRequestRules({ own: ["API-P6.1"], closing: ["API-P6.1"] }),
  supportDeadline: supportTarget("API-a41"),
  liabilityCap: uncappedLiability("API-i15"),
};
