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
      SELECT coalesce(sum(delta) FILTER (WHERE bucket = 'available'), 0) AS available,
        coalesce(sum(delta) FILTER (WHERE bucket = 'held'), 0) AS held,
        coalesce(sum(delta) FILTER (WHERE bucket = 'frozen'), 0) AS frozen
      FROM ledger.entry e, LATERAL (VALUES (e.from_bucket, -e.credits), (e.to_bucket, e.credits)) AS flow (bucket, delta)
      WHERE e.wallet_id = w.id) f
    WHERE (w.available, w.held, w.frozen) IS DISTINCT FROM (f.available, f.held, f.frozen)`,

  "wallet-version": `
    SELECT coalesce(w.id, e.wallet_id) AS wallet_id, coalesce(w.id, e.wallet_id) AS subject,
      format('stands at %s, has %s entries up to %s', w.version, e.entries, e.last) AS found
    FROM ledger.wallet w
    FULL JOIN (SELECT wallet_id, count(*) AS entries, max(version) AS last FROM ledger.entry GROUP BY 1) e
      ON e.wallet_id = w.id
    WHERE (w.version, w.version) IS DISTINCT FROM (coalesce(e.entries, 0), coalesce(e.last, 0))`,

  "wallet-head": `
    SELECT w.id AS wallet_id, w.id AS subject, 'head is not the hash of the last entry' AS found
    FROM ledger.wallet w LEFT JOIN ledger.entry e ON e.wallet_id = w.id AND e.version = w.version
    WHERE w.head IS DISTINCT FROM coalesce(e.hash, '')`,

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

  "lot-balance": `
    SELECT l.wallet_id, l.id AS subject, 'its buckets are not what its entries make' AS found
    FROM ledger.lot l LEFT JOIN (
      SELECT lot_id,
        coalesce(-sum(delta) FILTER (WHERE bucket = 'issued'), 0) AS granted,
        coalesce(sum(delta) FILTER (WHERE bucket = 'available'), 0) AS available,
        coalesce(sum(delta) FILTER (WHERE bucket = 'held'), 0) AS held,
        coalesce(sum(delta) FILTER (WHERE bucket = 'frozen'), 0) AS frozen,
        coalesce(sum(delta) FILTER (WHERE bucket = 'spent'), 0) AS spent,
        coalesce(sum(delta) FILTER (WHERE bucket = 'expired'), 0) AS expired,
        coalesce(sum(delta) FILTER (WHERE bucket = 'reclaimed'), 0) AS reclaimed,
        coalesce(sum(delta) FILTER (WHERE bucket = 'forfeited'), 0) AS forfeited,
        coalesce(sum(delta) FILTER (WHERE bucket = 'charged-back'), 0) AS charged_back
      FROM ledger.entry e, LATERAL (VALUES (e.from_bucket, -e.credits), (e.to_bucket, e.credits)) AS flow (bucket, delta)
      GROUP BY lot_id) f ON f.lot_id = l.id
    WHERE (l.granted, l.available, l.held, l.frozen, l.spent, l.expired, l.reclaimed, l.forfeited, l.charged_back)
      IS DISTINCT FROM
      (f.granted, f.available, f.held, f.frozen, f.spent, f.expired, f.reclaimed, f.forfeited, f.charged_back)`,

  "lot-terms": `
    SELECT l.wallet_id, l.id AS subject, 'source, order, price or expiry is not what was granted' AS found
    FROM ledger.lot l LEFT JOIN ledger.entry e ON e.lot_id = l.id AND e.kind = 'grant'
    LEFT JOIN (SELECT lot_id, max(grace_until) AS grace_until FROM ledger.entry GROUP BY 1) g ON g.lot_id = l.id
    WHERE (l.source, l.order_id, l.paid_minor, l.paid_currency, l.granted_version, l.granted_at, l.grace_until)
      IS DISTINCT FROM (e.terms->>'source', e.terms->>'order', (e.terms->>'paidMinor')::bigint,
        e.terms->>'paidCurrency', e.version, e.at, g.grace_until)
      OR l.expires_at IS DISTINCT FROM coalesce(
        timestamptz 'epoch' + (e.terms->>'expiresAt')::bigint * interval '1 microsecond', 'infinity')`,

  "hold-amounts": `
    SELECT coalesce(h.wallet_id, e.wallet_id) AS wallet_id, coalesce(h.id, e.hold_id) AS subject,
      format('%s: %s held, %s captured, %s released, %s paid back; entries make %s, %s, %s, %s',
        h.state, h.credits, h.captured, h.released, h.paid_back, e.credits, e.captured, e.released, e.paid_back) AS found
    FROM ledger.hold h FULL JOIN (
      SELECT wallet_id, hold_id,
        coalesce(sum(credits) FILTER (WHERE kind = 'hold'), 0) AS credits,
        coalesce(sum(credits) FILTER (WHERE kind = 'capture'), 0) AS captured,
        coalesce(sum(credits) FILTER (WHERE kind = 'release'), 0) AS released,
        coalesce(sum(credits) FILTER (WHERE kind = 'pay-back'), 0) AS paid_back,
        min(version) FILTER (WHERE kind = 'hold') AS first_version,
        max(version) FILTER (WHERE kind = 'hold') AS last_version
      FROM ledger.entry WHERE hold_id IS NOT NULL GROUP BY 1, 2) e ON e.hold_id = h.id AND e.wallet_id = h.wallet_id
    WHERE (h.credits, h.captured, h.released, h.paid_back, h.first_version, h.last_version) IS DISTINCT FROM
      (e.credits, e.captured, e.released, e.paid_back, e.first_version, e.last_version)
      OR (h.state = 'open') IS DISTINCT FROM (e.captured + e.released = 0)`,

  "open-holds": `
    SELECT w.id AS wallet_id, w.id AS subject, format('%s held, open holds make %s', w.held, coalesce(h.credits, 0)) AS found
    FROM ledger.wallet w
    LEFT JOIN (SELECT wallet_id, sum(credits) AS credits FROM ledger.hold WHERE state = 'open' GROUP BY 1) h
      ON h.wallet_id = w.id
    WHERE w.held <> coalesce(h.credits, 0)`,

  "operation-receipt": `
    SELECT o.wallet_id, o.key AS subject, 'its receipt is not the balance of its version' AS found
    FROM ledger.operation o LEFT JOIN ledger.entry e ON e.wallet_id = o.wallet_id AND e.version = o.version
    WHERE (o.available, o.held, o.frozen) IS DISTINCT FROM (e.available_after, e.held_after, e.frozen_after)`,

  "operation-entries": `
    SELECT coalesce(o.wallet_id, e.wallet_id) AS wallet_id, coalesce(o.key, e.key) AS subject,
      CASE WHEN o.key IS NULL THEN 'entries under a key that no operation has' ELSE 'an operation without entries' END
        AS found
    FROM (SELECT wallet_id, key, verb FROM ledger.operation WHERE verb <> 'mark-under-review') o
    FULL JOIN (SELECT DISTINCT wallet_id, key FROM ledger.entry WHERE key IS NOT NULL) e
      ON e.wallet_id = o.wallet_id AND e.key = o.key
    WHERE o.key IS NULL OR e.key IS NULL`,

  "other-wallet": `
    SELECT e.wallet_id, e.version::text AS subject, 'moves a lot or a hold of another wallet' AS found
    FROM ledger.entry e JOIN ledger.lot l ON l.id = e.lot_id LEFT JOIN ledger.hold h ON h.id = e.hold_id
    WHERE l.wallet_id <> e.wallet_id OR h.wallet_id <> e.wallet_id`,

  "expiry-overlooked": `
    SELECT l.wallet_id, l.id AS subject, format('is due at %s, the wallet looks from %s', l.due_at, w.next_due_at) AS found
    FROM ledger.lot l JOIN ledger.wallet w ON w.id = l.wallet_id
    WHERE l.available > 0 AND l.due_at < w.next_due_at`,
} as const satisfies Record<string, string>;
