import { type MemberActor, type MemberView, Refusal } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { acceptTermsVersion } from "./member-store.ts";
import { viewMember } from "./view-member.ts";

/**
 * Records that a member accepted the terms in force; sent twice, the first time stands.
 * @throws Refusal "member/terms-not-accepted" for any other version, with the one in force.
 */
export async function acceptTerms(
  deps: Pick<Deps, "db" | "clock">,
  { memberId, storefront }: MemberActor,
  version: string,
): Promise<MemberView> {
  const inForce = termsInForce(storefront, deps.clock.now()).version;
  if (version !== inForce) throw new Refusal("member/terms-not-accepted", { termsVersion: inForce });
  await acceptTermsVersion(deps.db, { memberId, version, at: deps.clock.now() });
  return viewMember(deps, memberId);
}
