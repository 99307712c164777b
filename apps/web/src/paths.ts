/** Every link in the app is built here. */
export const paths = {
  home: "/",
  create: "/create",
  history: "/history",
  pricing: "/pricing",
  billing: "/billing",
  statement: (month: string) => `/billing?month=${encodeURIComponent(month)}`,
  statementFile: (month: string, form: "csv" | "pdf") => `/statements/${month}.${form}`,
  keys: "/developers/keys",
  calls: "/developers/calls",
  signIn: (next?: string) => (next === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`),
  signUp: "/sign-up",
  forgotPassword: "/forgot-password",
  legal: (document: string) => `/legal/${document}`,
  generation: (id: string) => `/g/${id}`,
  order: (id: string) => `/orders/${id}`,
} as const;
