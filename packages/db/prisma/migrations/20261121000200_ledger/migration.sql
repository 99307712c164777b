-- The credit ledger's tables, and every rule of it that a table can keep by itself. The functions that move credits are
-- in src/ledger/kernel. Wallets, lots and holds say how things stand; entries and operations say how they came to be so.

-- Roles belong to the whole cluster, so another database, or another process just now, may have made them already.
DO $$ BEGIN CREATE ROLE ledger_owner NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE covenant_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
GRANT ledger_owner TO CURRENT_USER;
ALTER DEFAULT PRIVILEGES FOR ROLE ledger_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA ledger AUTHORIZATION ledger_owner;
SET ROLE ledger_owner;

-- A member's credits, under the member's id: what every verb locks first, and the only thing it waits for.
CREATE TABLE ledger.wallet (
  id          text        PRIMARY KEY,
  available   bigint      NOT NULL DEFAULT 0 CHECK (available >= 0),
  held        bigint      NOT NULL DEFAULT 0 CHECK (held >= 0),
  frozen      bigint      NOT NULL DEFAULT 0 CHECK (frozen >= 0),
  -- Of the last entry. A version is never skipped and never used twice.
  version     bigint      NOT NULL DEFAULT 0 CHECK (version >= 0),
  -- Hash of the last entry; the next one is chained to it.
  head        bytea       NOT NULL DEFAULT '',
  -- No lot is due before this instant, so a verb that comes earlier need not look for one.
  next_due_at timestamptz NOT NULL DEFAULT 'infinity',
  opened_at   timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE INDEX wallet_due ON ledger.wallet (next_due_at) WHERE next_due_at < 'infinity';

-- Credits that arrived together.
CREATE TABLE ledger.lot (
  id              text        PRIMARY KEY,
  wallet_id       text        NOT NULL REFERENCES ledger.wallet,
  source          text        NOT NULL CHECK (source IN ('pack', 'subscription', 'bonus', 'goodwill')),
  order_id        text,
  paid_minor      bigint      CHECK (paid_minor >= 0),
  paid_currency   text        CHECK (paid_currency ~ '^[A-Z]{3}$'),
  granted_version bigint      NOT NULL,
  granted_at      timestamptz NOT NULL,
  -- The end that was promised when the lot was granted; 'infinity' when none was.
  expires_at      timestamptz NOT NULL,
  -- Credits that came back late stay spendable until here.
  grace_until     timestamptz,
  due_at          timestamptz NOT NULL GENERATED ALWAYS AS (greatest(expires_at, grace_until)) STORED,

  granted         bigint      NOT NULL CHECK (granted > 0),
  available       bigint      NOT NULL CHECK (available >= 0),
  held            bigint      NOT NULL DEFAULT 0 CHECK (held >= 0),
  frozen          bigint      NOT NULL DEFAULT 0 CHECK (frozen >= 0),
  spent           bigint      NOT NULL DEFAULT 0 CHECK (spent >= 0),
  expired         bigint      NOT NULL DEFAULT 0 CHECK (expired >= 0),
  reclaimed       bigint      NOT NULL DEFAULT 0 CHECK (reclaimed >= 0),
  forfeited       bigint      NOT NULL DEFAULT 0 CHECK (forfeited >= 0),
  charged_back    bigint      NOT NULL DEFAULT 0 CHECK (charged_back >= 0),
  -- Whether the member still has credits of this lot. Indexes ask this and not the amounts, so that they rarely change.
  is_open         boolean     NOT NULL GENERATED ALWAYS AS (available + held + frozen > 0) STORED,

  -- A credit of a lot is always in exactly one place: spending it twice, or refunding what was spent, cannot be written.
  CONSTRAINT lot_conserves_credits
    CHECK (granted = available + held + frozen + spent + expired + reclaimed + forfeited + charged_back),
  -- What was bought belongs to an order, with what was paid for it. A bonus may come with an order, at a price of 0.
  CONSTRAINT lot_bought_by_order CHECK (
    CASE source WHEN 'bonus' THEN true WHEN 'goodwill' THEN order_id IS NULL ELSE order_id IS NOT NULL END
    AND (order_id IS NULL) = (paid_minor IS NULL) AND (order_id IS NULL) = (paid_currency IS NULL))
) WITH (fillfactor = 50);

CREATE INDEX lot_burning_order ON ledger.lot (wallet_id, due_at, granted_version) WHERE is_open;
CREATE INDEX lot_of_order ON ledger.lot (order_id) WHERE order_id IS NOT NULL;

-- Credits set aside for a cause: open, then captured (spent, in whole or part) or released (all given back).
CREATE TABLE ledger.hold (
  id            text        PRIMARY KEY,
  wallet_id     text        NOT NULL REFERENCES ledger.wallet,
  cause         text        NOT NULL,
  state         text        NOT NULL DEFAULT 'open',
  credits       bigint      NOT NULL CHECK (credits > 0),
  captured      bigint      NOT NULL DEFAULT 0,
  released      bigint      NOT NULL DEFAULT 0,
  paid_back     bigint      NOT NULL DEFAULT 0,
  -- While a person decides: when the decision is due. Null outside a review.
  review_until  timestamptz,
  -- The entries that set the credits aside, one for each lot they came from.
  first_version bigint      NOT NULL,
  last_version  bigint      NOT NULL CHECK (last_version >= first_version),
  opened_at     timestamptz NOT NULL,
  resolved_at   timestamptz,

  CONSTRAINT hold_amounts CHECK (CASE state
    WHEN 'open' THEN captured = 0 AND released = 0
    WHEN 'captured' THEN captured > 0 AND released >= 0 AND captured + released = credits
    WHEN 'released' THEN captured = 0 AND released = credits
    ELSE false END),
  CONSTRAINT hold_pays_back_what_it_captured CHECK (paid_back BETWEEN 0 AND captured),
  CONSTRAINT hold_resolution_has_a_time CHECK ((state = 'open') = (resolved_at IS NULL)),
  CONSTRAINT hold_review_is_of_an_open_hold CHECK (review_until IS NULL OR state = 'open')
) WITH (fillfactor = 70);

CREATE INDEX hold_review_due ON ledger.hold (review_until) WHERE review_until IS NOT NULL;

-- The answer that a verb gave under a key: found again, it is given again.
CREATE TABLE ledger.operation (
  wallet_id   text        NOT NULL REFERENCES ledger.wallet,
  key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  verb        text        NOT NULL,
  -- Digest of verb and arguments, so that a key sent with other arguments is noticed.
  fingerprint bytea       NOT NULL,
  -- The lot or hold that it was about.
  subject     text        NOT NULL,
  version     bigint      NOT NULL,
  available   bigint      NOT NULL,
  held        bigint      NOT NULL,
  frozen      bigint      NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (wallet_id, key)
);

CREATE UNIQUE INDEX hold_resolves_once ON ledger.operation (subject) WHERE verb IN ('capture', 'release');

-- The journal: each row moves credits of one lot from one bucket to another, so no row can be out of balance.
CREATE TABLE ledger.entry (
  wallet_id        text        NOT NULL,
  version          bigint      NOT NULL CHECK (version > 0),
  -- Of the operation it belongs to. Null: the ledger moved credits by itself, because a lot was due.
  key              text,
  kind             text        NOT NULL,
  lot_id           text        NOT NULL REFERENCES ledger.lot,
  hold_id          text        REFERENCES ledger.hold DEFERRABLE INITIALLY DEFERRED,
  from_bucket      text        NOT NULL,
  to_bucket        text        NOT NULL,
  credits          bigint      NOT NULL CHECK (credits > 0),
  available_after  bigint      NOT NULL CHECK (available_after >= 0),
  held_after       bigint      NOT NULL CHECK (held_after >= 0),
  frozen_after     bigint      NOT NULL CHECK (frozen_after >= 0),
  cause            text,
  reason           text,
  -- Of a grant: source, order, price and expiry of the lot, which the chain thereby covers.
  terms            jsonb       CHECK ((terms IS NOT NULL) = (kind = 'grant')),
  -- Set when the lot's end was put off for the credits that came back here.
  grace_until      timestamptz,
  at               timestamptz NOT NULL,
  -- Seals take entries by transaction: of two ids drawn in order, the later may be committed first.
  transaction_id   xid8        NOT NULL DEFAULT pg_current_xact_id(),
  hash             bytea       NOT NULL,

  previous_version bigint GENERATED ALWAYS AS (nullif(version - 1, 0)) STORED,
  available_before bigint NOT NULL GENERATED ALWAYS AS (available_after
    - CASE 'available' WHEN to_bucket THEN credits WHEN from_bucket THEN -credits ELSE 0 END) STORED,
  held_before      bigint NOT NULL GENERATED ALWAYS AS (held_after
    - CASE 'held' WHEN to_bucket THEN credits WHEN from_bucket THEN -credits ELSE 0 END) STORED,
  frozen_before    bigint NOT NULL GENERATED ALWAYS AS (frozen_after
    - CASE 'frozen' WHEN to_bucket THEN credits WHEN from_bucket THEN -credits ELSE 0 END) STORED,

  PRIMARY KEY (wallet_id, version),
  -- An entry begins where the one before it ended: a gap, a fork or a wrong balance is refused, whoever writes it.
  CONSTRAINT entry_state UNIQUE (wallet_id, version, available_after, held_after, frozen_after),
  CONSTRAINT entry_continues FOREIGN KEY (wallet_id, previous_version, available_before, held_before, frozen_before)
    REFERENCES ledger.entry (wallet_id, version, available_after, held_after, frozen_after),
  CONSTRAINT entry_begins_at_nothing
    CHECK (version > 1 OR (available_before = 0 AND held_before = 0 AND frozen_before = 0)),
  -- What each kind of entry may move. One comparison with a list, because a CASE of as many branches costs a third of
  -- the whole operation. Spent credits can be paid back but never reclaimed, and nothing comes back from expired.
  CONSTRAINT entry_moves_legally CHECK (kind || ': ' || from_bucket || ' > ' || to_bucket = ANY (ARRAY[
    'grant: issued > available',
    'hold: available > held',
    'capture: held > spent',
    'release: held > available', 'release: held > frozen', 'release: held > forfeited',
    'pay-back: spent > available', 'pay-back: spent > frozen', 'pay-back: spent > forfeited',
    'expire: available > expired',
    'reclaim: available > reclaimed', 'unreclaim: reclaimed > available',
    'freeze: available > frozen', 'unfreeze: frozen > available',
    'chargeback: frozen > charged-back', 'unchargeback: charged-back > available',
    'forfeit: available > forfeited', 'forfeit: frozen > forfeited',
    'adjust: available > reclaimed'])),
  CONSTRAINT entry_of_a_hold CHECK ((hold_id IS NOT NULL) = (kind IN ('hold', 'capture', 'release', 'pay-back')))
);

CREATE INDEX entry_cause ON ledger.entry (cause) WHERE cause IS NOT NULL;

-- What every verb answers.
CREATE TYPE ledger.receipt AS (
  subject text, version bigint, available bigint, held bigint, frozen bigint, replayed boolean
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of ledger.% is refused: history is only added to', TG_OP, TG_TABLE_NAME USING ERRCODE = 'LG001';
END $$;

CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON ledger.entry
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON ledger.operation
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON ledger.wallet FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON ledger.lot FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON ledger.hold FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER terms_stand BEFORE UPDATE OF id, wallet_id, source, order_id, paid_minor, paid_currency,
  granted, granted_version, granted_at, expires_at ON ledger.lot
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.operation
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.wallet
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.lot
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.hold
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

RESET ROLE;
