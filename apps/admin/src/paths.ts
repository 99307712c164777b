type CaseFilter = { state?: string; kind?: string; storefront?: string };
type AppealFilter = { state?: string; storefront?: string };
type EventFilter = { show?: string; reason?: string; about?: string };
type DayFilter = { state?: string };
type OrderFilter = { member?: string; storefront?: string; standing?: string; trouble?: string };
type ProposalFilter = { show?: string; sel?: string };
type ReplayChoice = { storefront?: string; version?: string; days?: string };
type MemberFilter = { search?: string; storefront?: string };

type LedgerFilter = { find?: string; kind?: string | undefined; bucket?: string | undefined };

/** Every link in the app is built here. */
export const paths = {
  overview: "/",
  signIn: (next?: string) => withSearch("/sign-in", { next }),
  cases: (filter: CaseFilter = {}) => withSearch("/cases", filter),
  case: (id: string) => `/cases/${id}`,
  appeals: (filter: AppealFilter = {}) => withSearch("/appeals", filter),
  appeal: (id: string) => `/appeals/${id}`,
  members: (filter: MemberFilter = {}) => withSearch("/members", filter),
  member: (id: string) => `/members/${id}`,
  orders: (filter: OrderFilter = {}) => withSearch("/orders", filter),
  order: (id: string) => `/orders/${id}`,
  proposals: (filter: ProposalFilter = {}) => withSearch("/proposals", filter),
  exchangeRates: "/exchange-rates",
  plans: "/plans",
  plan: (id: string) => `/plans/${id}`,
  paymentEvents: (filter: EventFilter = {}) => withSearch("/payment-events", filter),
  paymentEvent: (id: string) => `/payment-events/${id}`,
  reconciliation: (filter: DayFilter = {}) => withSearch("/reconciliation", filter),
  reconciledDay: (day: string) => `/reconciliation/${day}`,
  models: "/models",
  model: (storefront: string, id: string) => `/models/${storefront}/${id}`,
  providers: "/providers",
  ledger: (filter: LedgerFilter = {}) => withSearch("/ledger", filter),
  replay: (choice: ReplayChoice = {}) => withSearch("/replay", choice),
  acts: (on?: string) => withSearch("/acts", { on }),
  kit: "/kit",
} as const;

function withSearch(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
