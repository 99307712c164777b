import { legalMoves } from "./audit-moves.ts";

/** An entry as two flows: out of one bucket, into another. */
const flows = `ledger.entry e, LATERAL (VALUES (e.from_bucket, -e.credits), (e.to_bucket, e.credits)) AS flow (bucket, delta)`;
const made = (bucket: string) => `coalesce(sum(delta) FILTER (WHERE bucket = '${bucket}'), 0)`;
const sumOf = (kind: string) => `coalesce(sum(credits) FILTER (WHERE kind = '${kind}'), 0)`;

/**
 * What must hold between the journal and everything that is derived from it. Each query returns the rows that break it:
 * the wallet, the thing in it, and what was found. None of them calls a function of the kernel, which might be the one
 * that erred.
 */
export const auditChecks = {
  "wallet-balance": `
    SELECT w.id AS wallet_id, w.id AS subject,
      format('holds %s/%s/%s, entries make %s/%s/%s', w.available, w.held, w.frozen, f.available, f.held, f.frozen) AS found
    FROM ledger.wallet w CROSS JOIN LATERAL (
      SELECT ${made("available")} AS available, ${made("held")} AS held, ${made("frozen")} AS frozen
      FROM ${flows} WHERE e.wallet_id = w.id) f
    WHERE (w.available, w.held, w.frozen) IS DISTINCT FROM (f.available, f.held, f.frozen)`,

  "wallet-version": `
    SELECT coalesce(w.id, e.wallet_id) AS wallet_id, coalesce(w.id, e.wallet_id) AS subject,
      format('stands at %s, has %s entries up to %s', w.version, e.entries, e.last) AS found
    FROM ledger.wallet w
    FULL JOIN (SELECT wallet_id, count(*) AS entries, max(version) AS last FROM ledger.entry GROUP BY 1) e
      ON e.wallet_id = w.id
    WHERE (w.version, w.version) IS DISTINCT FROM (coalesce(e.entries, 0), coalesce(e.last, 0))`,

  "wallet-closed": `
    WITH ends AS (
      SELECT wallet_id, version, kind, at,
        coalesce(max(version) FILTER (WHERE kind = 'restore') OVER (PARTITION BY wallet_id), 0) AS restored
      FROM ledger.entry WHERE kind IN ('forfeit', 'restore') AND fingerprint IS NOT NULL)
    SELECT w.id AS wallet_id, w.id AS subject, format('closed at %s, entries say %s', w.closed_at, e.at) AS found
    FROM ledger.wallet w
    LEFT JOIN (SELECT wallet_id, min(at) AS at FROM ends WHERE kind = 'forfeit' AND version > restored GROUP BY 1) e
      ON e.wallet_id = w.id
    WHERE w.closed_at IS DISTINCT FROM e.at OR (w.closed_at IS NOT NULL AND w.available + w.frozen > 0)`,

  "entry-gap": `
    SELECT wallet_id, version::text AS subject, format('follows version %s', previous) AS found
    FROM (SELECT wallet_id, version, lag(version, 1, 0::bigint) OVER (PARTITION BY wallet_id ORDER BY version) AS previous
      FROM ledger.entry) e
    WHERE version <> previous + 1`,

  "entry-balance": `
    SELECT wallet_id, version::text AS subject, 'does not lead from the balance before it to the one after it' AS found
    FROM (SELECT *,
        lag(available_after, 1, 0::bigint) OVER journal AS was_available,
        lag(held_after, 1, 0::bigint) OVER journal AS was_held,
        lag(frozen_after, 1, 0::bigint) OVER journal AS was_frozen
      FROM ledger.entry WINDOW journal AS (PARTITION BY wallet_id ORDER BY version)) e
    WHERE available_after - was_available
        <> credits * ((to_bucket = 'available')::int - (from_bucket = 'available')::int)
      OR held_after - was_held <> credits * ((to_bucket = 'held')::int - (from_bucket = 'held')::int)
      OR frozen_after - was_frozen <> credits * ((to_bucket = 'frozen')::int - (from_bucket = 'frozen')::int)`,

  "entry-move": `
    SELECT wallet_id, version::text AS subject,
      format('a %s of %s credits from %s to %s', kind, credits, from_bucket, to_bucket) AS found
    FROM ledger.entry
    WHERE credits < 0 OR (kind, from_bucket, to_bucket) NOT IN (VALUES ${legalMoves})
      OR (credits > 0 AND lot_id IS NULL) OR (credits = 0 AND fingerprint IS NULL)`,

  "operation-end": `
    SELECT wallet_id, key AS subject, 'its entries do not stand in a row that ends with one fingerprint' AS found
    FROM ledger.entry WHERE key IS NOT NULL GROUP BY wallet_id, key
    HAVING count(fingerprint) <> 1 OR max(version) - min(version) + 1 <> count(*)
      OR max(version) IS DISTINCT FROM max(version) FILTER (WHERE fingerprint IS NOT NULL)`,

  "lot-balance": `
    SELECT coalesce(l.wallet_id, f.wallet_id) AS wallet_id, coalesce(l.id, f.lot_id) AS subject,
      CASE WHEN l.id IS NULL THEN 'entries move credits of a lot that does not exist'
        ELSE 'its buckets are not what its entries make' END AS found
    FROM ledger.lot l FULL JOIN (
      SELECT lot_id, min(wallet_id) AS wallet_id, -${made("issued")} AS granted, ${made("available")} AS available,
        ${made("held")} AS held, ${made("frozen")} AS frozen, ${made("spent")} AS spent, ${made("expired")} AS expired,
        ${made("reclaimed")} AS reclaimed, ${made("forfeited")} AS forfeited, ${made("charged-back")} AS charged_back,
        ${made("adjusted")} AS adjusted
      FROM ${flows} WHERE lot_id IS NOT NULL GROUP BY lot_id) f ON f.lot_id = l.id
    WHERE (l.granted, l.available, l.held, l.frozen, l.spent, l.expired, l.reclaimed, l.forfeited, l.charged_back,
        l.adjusted) IS DISTINCT FROM
      (f.granted, f.available, f.held, f.frozen, f.spent, f.expired, f.reclaimed, f.forfeited, f.charged_back,
        f.adjusted)`,

  "lot-terms": `
    SELECT l.wallet_id, l.id AS subject, 'source, order, price or expiry is not what was granted' AS found
    FROM ledger.lot l LEFT JOIN ledger.entry e ON e.lot_id = l.id AND e.kind = 'grant'
    LEFT JOIN (SELECT lot_id, max(grace_until) AS grace_until FROM ledger.entry WHERE lot_id IS NOT NULL GROUP BY 1) g
      ON g.lot_id = l.id
    WHERE (l.source, l.order_id, l.paid_minor, l.paid_currency, l.granted_version, l.granted_at, l.grace_until)
      IS DISTINCT FROM (e.terms->>'source', e.terms->>'order', (e.terms->>'paidMinor')::bigint,
        e.terms->>'paidCurrency', e.version, e.at, g.grace_until)
      OR l.expires_at IS DISTINCT FROM coalesce(
        timestamptz 'epoch' + (e.terms->>'expiresAt')::bigint * interval '1 microsecond', 'infinity')
      OR l.due_at IS DISTINCT FROM greatest(l.expires_at, l.grace_until)`,

  "lot-order": `
    SELECT l.wallet_id, l.id AS subject, format('order %s %s', l.order_id,
      CASE WHEN o.id IS NULL THEN 'is gone, or never was' WHEN o.state <> 'paid' THEN 'is not paid, but ' || o.state
        WHEN o.member_id <> l.wallet_id THEN 'is of ' || o.member_id
        ELSE format('brought %s for %s %s as a %s', o.credits, o.amount_minor, o.currency, o.kind) END) AS found
    FROM ledger.lot l LEFT JOIN public.credit_order o ON o.id = l.order_id
    WHERE l.order_id IS NOT NULL AND ((o.state, o.member_id) IS DISTINCT FROM ('paid', l.wallet_id)
      OR l.source IN ('pack', 'subscription') AND (o.credits, o.amount_minor, o.currency,
        CASE o.kind WHEN 'period' THEN 'subscription' ELSE o.kind END)
        IS DISTINCT FROM (l.granted, l.paid_minor, l.paid_currency, l.source))`,

  "lot-once": `
    SELECT min(wallet_id) AS wallet_id, order_id AS subject, format('brought %s lots: %s', count(*), string_agg(id, ', ' ORDER BY id)) AS found
    FROM ledger.lot WHERE source IN ('pack', 'subscription') GROUP BY order_id HAVING count(*) > 1`,

  "lot-dispute": `
    SELECT l.wallet_id, l.id AS subject, format('its dispute is %s, entries say %s', l.dispute, e.dispute) AS found
    FROM ledger.lot l LEFT JOIN LATERAL (
      SELECT CASE kind WHEN 'freeze' THEN 'open' WHEN 'chargeback' THEN 'lost' END AS dispute FROM ledger.entry
      WHERE cause = l.order_id AND wallet_id = l.wallet_id AND version > l.granted_version
        AND kind IN ('freeze', 'unfreeze', 'chargeback', 'unchargeback')
      ORDER BY version DESC LIMIT 1) e ON true
    WHERE l.dispute IS DISTINCT FROM e.dispute`,

  "lot-overlooked": `
    SELECT l.wallet_id, l.id AS subject,
      format('has %s, is %s, is due at %s; the wallet looks from %s', l.available + l.held + l.frozen,
        CASE WHEN l.is_open THEN 'open' ELSE 'not open' END, l.due_at, w.next_due_at) AS found
    FROM ledger.lot l JOIN ledger.wallet w ON w.id = l.wallet_id
    WHERE l.is_open <> (l.available + l.held + l.frozen > 0) OR (l.available > 0 AND l.due_at < w.next_due_at)`,

  "burning-lot": `
    SELECT w.id AS wallet_id, w.id AS subject, format('burns %s before %s', w.burning_lot_id, l.id) AS found
    FROM ledger.wallet w JOIN ledger.lot b ON b.id = w.burning_lot_id AND b.available > 0
    CROSS JOIN LATERAL (SELECT id FROM ledger.lot WHERE wallet_id = w.id AND available > 0
      ORDER BY due_at, granted_version LIMIT 1) l
    WHERE l.id <> b.id`,

  "hold-amounts": `
    SELECT coalesce(h.wallet_id, e.wallet_id) AS wallet_id, coalesce(h.id, e.hold_id) AS subject,
      format('%s: %s held, %s captured, %s released, %s paid back; entries make %s, %s, %s, %s',
        h.state, h.credits, h.captured, h.released, h.paid_back, e.credits, e.captured, e.released, e.paid_back) AS found
    FROM ledger.hold h FULL JOIN (
      SELECT wallet_id, hold_id, ${sumOf("hold")} AS credits, ${sumOf("capture")} AS captured,
        ${sumOf("release")} AS released, ${sumOf("pay-back")} AS paid_back,
        min(version) FILTER (WHERE kind = 'hold') AS first_version,
        max(version) FILTER (WHERE kind = 'hold') AS last_version
      FROM ledger.entry WHERE hold_id IS NOT NULL GROUP BY 1, 2) e ON e.hold_id = h.id AND e.wallet_id = h.wallet_id
    WHERE (h.credits, h.captured, h.released, h.paid_back, h.first_version, h.last_version) IS DISTINCT FROM
      (e.credits, e.captured, e.released, e.paid_back, e.first_version, e.last_version)`,

  "hold-story": `
    SELECT h.wallet_id, h.id AS subject, 'cause, lot, state or times are not what its entries tell' AS found
    FROM ledger.hold h JOIN (
      SELECT wallet_id, hold_id, min(cause) AS cause, min(at) FILTER (WHERE kind = 'hold') AS opened_at,
        max(at) FILTER (WHERE kind IN ('capture', 'release')) AS resolved_at,
        CASE count(*) FILTER (WHERE kind = 'hold') WHEN 1 THEN min(lot_id) FILTER (WHERE kind = 'hold') END AS lot_id,
        (array_agg(grace_until ORDER BY version DESC) FILTER (WHERE kind = 'review'))[1] AS review_until
      FROM ledger.entry WHERE hold_id IS NOT NULL GROUP BY 1, 2) e ON e.hold_id = h.id AND e.wallet_id = h.wallet_id
    WHERE (h.cause, h.lot_id, h.opened_at, h.resolved_at) IS DISTINCT FROM
        (e.cause, e.lot_id, e.opened_at, e.resolved_at)
      OR h.state IS DISTINCT FROM
        CASE WHEN e.resolved_at IS NULL THEN 'open' WHEN h.captured > 0 THEN 'captured' ELSE 'released' END
      OR h.review_until IS DISTINCT FROM CASE WHEN e.resolved_at IS NULL THEN e.review_until END`,

  "open-holds": `
    SELECT w.id AS wallet_id, w.id AS subject, format('%s held, open holds make %s', w.held, coalesce(h.credits, 0)) AS found
    FROM ledger.wallet w
    LEFT JOIN (SELECT wallet_id, sum(credits) AS credits FROM ledger.hold WHERE state = 'open' GROUP BY 1) h
      ON h.wallet_id = w.id
    WHERE w.held <> coalesce(h.credits, 0)`,

  "sealed-entry": `
    WITH sealed AS (
      SELECT wallet_id, first_version + n AS version, substring(hashes FROM n * 32 + 1 FOR 32) AS hash, s.number,
        s.from_transaction, s.to_transaction
      FROM ledger.seal_leaf l LEFT JOIN ledger.seal s ON s.number = l.seal_number,
        generate_series(0, length(hashes) / 32 - 1) AS n)
    SELECT coalesce(e.wallet_id, s.wallet_id) AS wallet_id, coalesce(e.version, s.version)::text AS subject,
      CASE WHEN e.hash IS NULL THEN 'was sealed and is gone' WHEN s.hash IS NULL THEN 'came into what was sealed without it'
        WHEN e.hash = s.hash THEN format('says transaction %s, which seal %s did not take in', e.transaction_id, s.number)
        ELSE 'is not what was sealed' END AS found
    FROM ledger.entry e FULL JOIN sealed s ON s.wallet_id = e.wallet_id AND s.version = e.version
    WHERE e.hash IS DISTINCT FROM s.hash
      AND (s.hash IS NOT NULL OR e.transaction_id < (SELECT max(to_transaction) FROM ledger.seal))
      OR e.transaction_id < s.from_transaction OR e.transaction_id >= s.to_transaction`,

  "other-wallet": `
    SELECT e.wallet_id, e.version::text AS subject, 'moves a lot or a hold of another wallet' AS found
    FROM ledger.entry e LEFT JOIN ledger.lot l ON l.id = e.lot_id LEFT JOIN ledger.hold h ON h.id = e.hold_id
    WHERE l.wallet_id <> e.wallet_id OR h.wallet_id <> e.wallet_id`,
} as const satisfies Record<string, string>;
