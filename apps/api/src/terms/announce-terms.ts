import type { Tx } from "@covenant/db";
import { type StorefrontId, storefrontIds } from "@covenant/domain";
import { ruleOnTermsNotice } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { tellOfTerms, type Untold } from "./tell-of-terms.ts";

type AnnounceDeps = Pick<Deps, "db" | "clock" | "originOf">;

/** Members told in one transaction. */
const atMost = 200;

/**
 * Tells members of announced terms by mail, each once, some at each storefront a round. Gives how many were told. May run
 * twice and at once.
 */
export async function announceTerms(deps: AnnounceDeps): Promise<number> {
  let told = 0;
  for (const storefront of storefrontIds) told += await announceAt(deps, storefront);
  return told;
}

async function announceAt({ db, clock, originOf }: AnnounceDeps, storefront: StorefrontId): Promise<number> {
  const at = clock.now();
  const ruling = ruleOnTermsNotice({ storefront, at });
  if (ruling === null || ruling.outcome.by !== "mail") return 0;
  const { version } = ruling.outcome;
  return db.transaction(async (tx) => {
    // Of two rounds at once the second finds them told.
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('terms-notice ' || $1::text))::text AS locked", [storefront]);
    const untold = await listUntold(tx, { storefront, version });
    for (const member of untold) {
      await tellOfTerms(tx, member, { storefront, ruling, origin: originOf(storefront), at });
    }
    return untold.length;
  });
}

/** An address that nobody has confirmed is nobody's, and is told once it is confirmed. */
function listUntold(tx: Tx, { storefront, version }: { storefront: StorefrontId; version: string }): Promise<Untold[]> {
  return tx.query<Untold>(
    `SELECT m.id AS "memberId", m.email FROM member m
     WHERE m.storefront = $1::text AND m.closed_at IS NULL AND m.email_confirmed_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM terms_notice n WHERE n.member_id = m.id AND n.terms_version = $2::text)
     ORDER BY m.id LIMIT ${atMost}`,
    [storefront, version],
  );
}
