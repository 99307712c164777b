import * as z from "zod/mini";
import { capabilitySchema, roleSchema } from "./capability.ts";
import { idSchema } from "./ids.ts";
import { emailSchema } from "./member.ts";
import { storefrontIdSchema } from "./storefront.ts";

export const staffSignInRequest = z.strictObject({
  email: emailSchema,
  password: z.string().check(z.maxLength(256)),
  code: z.string().check(z.regex(/^\d{6}$/)),
});
export type StaffSignInRequest = z.infer<typeof staffSignInRequest>;

export const staffView = z.object({
  id: idSchema("staff"),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  capabilities: z.array(capabilitySchema),
});
export type StaffView = z.infer<typeof staffView>;

/** Somebody of the staff, as a row names them. */
export const staffName = z.object({ id: idSchema("staff"), name: z.string() });
export type StaffName = z.infer<typeof staffName>;

/** Demo mode only: the code an authenticator app would show now, for the console's sign-in page. */
export const staffDemoCode = z.object({ code: z.string(), validUntil: z.string() });
export type StaffDemoCode = z.infer<typeof staffDemoCode>;

/** The console's first page: what waits, by name. */
export const overviewView = z.object({
  openCases: z.int(),
  oldestOpenCaseAt: z.nullable(z.string()),
  creditsUnderReview: z.int(),
  openAppeals: z.int(),
  /** What waits for a second person. */
  openProposals: z.int(),
  unfinishedGenerations: z.int(),
  generationsToday: z.record(z.string(), z.int()),
  unpaidOrders: z.int(),
  /** Paid otherwise than ordered. */
  unsettledOrders: z.int(),
  /** Orders whose refund failed and was not asked for again. */
  failedRefunds: z.int(),
  /** Questions and disputes of banks that wait for an answer. */
  askedByBanks: z.int(),
  /** Events of the processor that nobody could use. */
  parkedEvents: z.int(),
  /** Days on which our books and the processor's differ. */
  daysThatDiffer: z.int(),
  mailWaiting: z.int(),
  openBreakers: z.int(),
  killSwitches: z.int(),
});
export type OverviewView = z.infer<typeof overviewView>;

/** A member as staff see them in a list. */
export const memberSummary = z.object({
  id: idSchema("member"),
  storefront: storefrontIdSchema,
  email: z.string(),
  createdAt: z.string(),
  countingStrikes: z.int(),
});
export type MemberSummary = z.infer<typeof memberSummary>;
