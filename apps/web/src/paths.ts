import { appealPath } from "@covenant/domain";

/** Every link in the app is built here. */
export const paths = {
  home: "/",
  create: "/create",
  history: "/history",
  pricing: "/pricing",
  billing: "/billing",
  standing: "/standing",
  statement: (month: string) => `/billing?month=${encodeURIComponent(month)}`,
  statementFile: (month: string, form: "csv" | "pdf") => `/statements/${month}.${form}`,
  keys: "/developers/keys",
  calls: "/developers/calls",
  signIn: (next?: string) => (next === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`),
  signUp: "/sign-up",
  forgotPassword: "/forgot-password",
  legal: (document: string, version?: string) =>
    version === undefined ? `/legal/${document}` : `/legal/${document}/${version}`,
  /** What a version of the terms changes to the one before. */
  termsChanges: (version: string) => `/legal/changes/${version}`,
  generation: (id: string) => `/g/${id}`,
  order: (id: string) => `/orders/${id}`,
  appeal: appealPath,
} as const;
