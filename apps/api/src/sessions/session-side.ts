import type { MemberActor, MemberId, Role, StaffActor, StaffId, StorefrontId } from "@covenant/domain";
import { keptDays } from "@covenant/policy";

/** The two kinds of session. They share a mechanism and nothing else: cookie, table and lifetimes are their own. */
export type SessionSide<Person extends MemberActor | StaffActor = MemberActor | StaffActor> = {
  /** `__Host-` holds a cookie to one host, to HTTPS and to every path: no sibling host can plant one. */
  readonly cookie: `__Host-${string}`;
  readonly sameSite: "lax" | "strict";
  /** Unused for this long, a session ends. */
  readonly idleSeconds: number;
  /** However much it is used, a session ends this long after sign-in. */
  readonly absoluteSeconds: number;
  readonly table: "member_session" | "staff_session";
  readonly personColumn: "member_id" | "staff_id";
  /** The join that a lookup adds to the session `s`, and the columns it takes from the person. */
  readonly person: string;
  readonly columns: string;
  readonly readPerson: (row: PersonColumns) => Person;
};

/** What a lookup's row tells of the person; each side reads its own columns. */
export type PersonColumns = { person_id: string; storefront?: StorefrontId; roles?: Role[] };

const day = 24 * 60 * 60;

export const memberSide: SessionSide<MemberActor> = {
  cookie: "__Host-covenant-member",
  sameSite: "lax",
  idleSeconds: keptDays.unusedSession * day,
  absoluteSeconds: keptDays.session * day,
  table: "member_session",
  personColumn: "member_id",
  person: "JOIN member p ON p.id = s.member_id AND p.closed_at IS NULL",
  columns: "p.storefront",
  readPerson: ({ person_id, storefront }) => {
    if (storefront === undefined) throw new Error("a member's row came without its storefront");
    return { kind: "member", memberId: person_id as MemberId, storefront };
  },
};

export const staffSide: SessionSide<StaffActor> = {
  cookie: "__Host-covenant-staff",
  sameSite: "strict",
  idleSeconds: 30 * 60,
  absoluteSeconds: 12 * 60 * 60,
  table: "staff_session",
  personColumn: "staff_id",
  person: "JOIN staff p ON p.id = s.staff_id AND p.disabled_at IS NULL",
  columns: "p.roles",
  readPerson: ({ person_id, roles = [] }) => ({ kind: "staff", staffId: person_id as StaffId, roles }),
};
