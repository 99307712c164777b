import { byMechanism, of, type Room } from "../entry.ts";
import { keptDays } from "../kept-days.ts";

export const running: Room = {
  entries: [
    {
      id: "tries",
      what: "How often something was tried, by account or, where nobody is signed in, by network address",
      why: "To stop who guesses passwords or asks too much.",
      basis: "interest",
      place: "database",
      kept: byMechanism(`${keptDays.tries} day.`),
      receivers: [],
      columns: of("public.rate_window", "key window_start count"),
    },
    {
      id: "jobs",
      what: "Work that waits to be done, named by its number alone",
      why: "To do it, and to try again where it failed.",
      basis: "contract",
      place: "queue",
      kept: byMechanism(`Until it is done. What failed stays ${keptDays.failedJob} days for us to see.`),
      receivers: [],
      columns: of("public.outbox_job", "queue name payload options created_at"),
    },
    {
      id: "logs",
      what: "What went wrong in our software and when, by the numbers of requests, files and keys. Requests are not logged; addresses, prompts and keys stay out",
      why: "To find faults.",
      basis: "interest",
      place: "logs",
      kept: byMechanism(`${keptDays.logs} days at the most, at the company whose servers we run on. We keep no copy.`),
      receivers: [],
      columns: [],
    },
  ],
  technical: [
    { why: "orders the queue", columns: of("public.outbox_job", "id") },
    {
      why: "what is on sale, the same for everybody",
      columns: [
        ...of(
          "public.model",
          "storefront id name maker modality description expected_seconds sizes count_most prompt_most usage_policy_url sunset_on successor_id position enabled",
        ),
        ...of("public.model_price", "id storefront model_id credits effective_at staff_id note created_at"),
        ...of(
          "public.route",
          "id storefront model_id provider upstream_model operation parameters fields no_store trains_on_inputs cost_micro_usd position enabled retired_from successor",
        ),
        ...of("public.pack", "storefront id name credits amount_minor currency expires_after_days position enabled"),
        ...of("public.plan", "storefront id name credits interval expires_after_period_days position enabled"),
        ...of(
          "public.plan_price",
          "id storefront plan_id amount_minor currency effective_at staff_id request_id note stripe_price_id created_at",
        ),
      ],
    },
    {
      why: "says whether a provider may be asked now, and who of our staff stopped it",
      columns: [
        ...of("public.breaker", "provider upstream_model failure_class opened_at open_until openings probe_id"),
        ...of("public.upstream_account", "provider places"),
        ...of("public.alarm", "id kind provider upstream_model raised_at last_at times resolved_at resolved_by"),
        ...of("public.kill_switch", "id kind target reason staff_id set_at lifted_at lifted_by"),
      ],
    },
    {
      why: "about our staff, who are told by their employer",
      columns: [
        ...of("public.staff", "id email name password_hash totp_sealed totp_last_step roles created_at disabled_at"),
        ...of("public.staff_session", "id staff_id created_at expires_at absolute_expires_at"),
      ],
    },
  ],
};
