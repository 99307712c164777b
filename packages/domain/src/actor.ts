import type { Role } from "./capability.ts";
import type { MemberId, StaffId } from "./ids.ts";
import type { StorefrontId } from "./storefront-ids.ts";

export type MemberActor = { kind: "member"; memberId: MemberId; storefront: StorefrontId };
export type StaffActor = { kind: "staff"; staffId: StaffId; roles: readonly Role[] };
export type SystemActor = { kind: "system"; part: string };

/** Whoever does something: a member, a person of the staff, or the system itself. */
export type Actor = MemberActor | StaffActor | SystemActor;

/** A short name for the journal and the acts: `mem_…`, `stf_…` or `system:sweeper`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "member":
      return actor.memberId;
    case "staff":
      return actor.staffId;
    case "system":
      return `system:${actor.part}`;
  }
}
