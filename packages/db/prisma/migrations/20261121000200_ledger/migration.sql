-- The credit ledger's tables, and every rule of it that a table can keep by itself. The functions that move credits are
-- in src/ledger/kernel. Wallets, lots and holds say how things stand; entries and operations say how they came to be so.

-- Roles belong to the whole cluster, so another database, or another process just now, may have made them already.
DO $$ BEGIN CREATE ROLE ledger_owner NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE covenant_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
GRANT ledger_owner TO CURRENT_USER;
ALTER DEFAULT PRIVILEGES FOR ROLE ledger_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA ledger AUTHORIZATION ledger_owner;
SET ROLE ledger_owner;

-- PostgreSQL reads the text of a table's CHECKs anew for every statement that writes it, and these tables are written five
-- times for each hold: hence few constraints, each of few words, and a list as long as the legal moves in a function.

-- A member's credits, under the member's id: what every verb locks first, and the only thing it waits for.
CREATE TABLE ledger.wallet (
  id          text        PRIMARY KEY,
  available   bigint      NOT NULL DEFAULT 0,
  held        bigint      NOT NULL DEFAULT 0,
  frozen      bigint      NOT NULL DEFAULT 0,
  -- Of the last entry. A version is never skipped and never used twice.
  version     bigint      NOT NULL DEFAULT 0,
  -- Hash of the last entry; the next one is chained to it.
  head        bytea       NOT NULL DEFAULT '',
  -- No lot is due before this instant, so a verb that comes earlier need not look for one.
  next_due_at timestamptz NOT NULL DEFAULT 'infinity',
  opened_at   timestamptz NOT NULL,
  CONSTRAINT wallet_never_overdrawn CHECK (least(available, held, frozen) >= 0)
) WITH (fillfactor = 50);

CREATE INDEX wallet_due ON ledger.wallet (next_due_at) WHERE next_due_at < 'infinity';

CREATE DOMAIN ledger.lot_source AS text CHECK (VALUE IN ('pack', 'subscription', 'bonus', 'goodwill'));
CREATE DOMAIN ledger.minor_units AS bigint CHECK (VALUE >= 0);
CREATE DOMAIN ledger.currency AS text CHECK (VALUE ~ '^[A-Z]{3}$');

-- Credits that arrived together.
CREATE TABLE ledger.lot (
  id              text        PRIMARY KEY,
  wallet_id       text        NOT NULL REFERENCES ledger.wallet,
  source          ledger.lot_source NOT NULL,
  order_id        text,
  paid_minor      ledger.minor_units,
  paid_currency   ledger.currency,
  granted_version bigint      NOT NULL,
  granted_at      timestamptz NOT NULL,
  -- The end that was promised when the lot was granted; 'infinity' when none was.
  expires_at      timestamptz NOT NULL,
  -- Credits that came back late stay spendable until here.
  grace_until     timestamptz,
  due_at          timestamptz NOT NULL GENERATED ALWAYS AS (greatest(expires_at, grace_until)) STORED,

  granted         bigint      NOT NULL,
  available       bigint      NOT NULL,
  held            bigint      NOT NULL DEFAULT 0,
  frozen          bigint      NOT NULL DEFAULT 0,
  spent           bigint      NOT NULL DEFAULT 0,
  expired         bigint      NOT NULL DEFAULT 0,
  reclaimed       bigint      NOT NULL DEFAULT 0,
  forfeited       bigint      NOT NULL DEFAULT 0,
  charged_back    bigint      NOT NULL DEFAULT 0,
  -- Whether the member still has credits of this lot. Indexes ask this and not the amounts, so that they rarely change.
  is_open         boolean     NOT NULL GENERATED ALWAYS AS (available + held + frozen > 0) STORED,

  -- A credit of a lot is always in exactly one place: spending it twice, or refunding what was spent, cannot be written.
  CONSTRAINT lot_conserves_credits
    CHECK (granted = available + held + frozen + spent + expired + reclaimed + forfeited + charged_back),
  CONSTRAINT lot_never_overdrawn
    CHECK (least(available, held, frozen, spent, expired, reclaimed, forfeited, charged_back) >= 0 AND granted > 0),
  -- What was bought belongs to an order, with what was paid for it. A bonus may come with an order, at a price of 0.
  CONSTRAINT lot_bought_by_order CHECK (num_nulls(order_id, paid_minor, paid_currency)
    = ANY (CASE source WHEN 'goodwill' THEN '{3}' WHEN 'bonus' THEN '{0,3}' ELSE '{0}' END::int[]))
) WITH (fillfactor = 50);

CREATE INDEX lot_burning_order ON ledger.lot (wallet_id, due_at, granted_version) WHERE is_open;
CREATE INDEX lot_of_order ON ledger.lot (order_id) WHERE order_id IS NOT NULL;

-- Credits set aside for a cause: open, then captured (spent, in whole or part) or released (all given back).
CREATE TABLE ledger.hold (
  id            text        PRIMARY KEY,
  wallet_id     text        NOT NULL REFERENCES ledger.wallet,
  cause         text        NOT NULL,
  credits       bigint      NOT NULL,
  captured      bigint      NOT NULL DEFAULT 0,
  released      bigint      NOT NULL DEFAULT 0,
  paid_back     bigint      NOT NULL DEFAULT 0,
  -- While a person decides: when the decision is due. Null outside a review.
  review_until  timestamptz,
  -- The entries that set the credits aside, one for each lot they came from.
  first_version bigint      NOT NULL,
  last_version  bigint      NOT NULL,
  opened_at     timestamptz NOT NULL,
  resolved_at   timestamptz,
  state         text        NOT NULL GENERATED ALWAYS AS (
    CASE WHEN resolved_at IS NULL THEN 'open' WHEN captured > 0 THEN 'captured' ELSE 'released' END) STORED,

  CONSTRAINT hold_ends_as_a_whole CHECK (credits > 0 AND released >= 0
    AND captured + released = CASE WHEN resolved_at IS NULL THEN 0 ELSE credits END),
  CONSTRAINT hold_pays_back_what_it_captured CHECK (paid_back BETWEEN 0 AND captured),
  CONSTRAINT hold_is_reviewed_while_open CHECK (num_nulls(review_until, resolved_at) > 0)
) WITH (fillfactor = 70);

CREATE INDEX hold_review_due ON ledger.hold (review_until) WHERE review_until IS NOT NULL;

-- The answer that a verb gave under a key: found again, it is given again.
CREATE TABLE ledger.operation (
  wallet_id   text        NOT NULL REFERENCES ledger.wallet,
  key         text        NOT NULL,
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

-- What each kind of entry may move. Spent credits can be paid back but never reclaimed; nothing comes back from expired.
CREATE FUNCTION ledger.is_legal_move(_kind text, _from text, _to text) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE _kind
    WHEN 'grant' THEN _from = 'issued' AND _to = 'available'
    WHEN 'hold' THEN _from = 'available' AND _to = 'held'
    WHEN 'capture' THEN _from = 'held' AND _to = 'spent'
    WHEN 'release' THEN _from = 'held' AND _to IN ('available', 'frozen', 'forfeited')
    WHEN 'pay-back' THEN _from = 'spent' AND _to IN ('available', 'frozen', 'forfeited')
    WHEN 'expire' THEN _from = 'available' AND _to = 'expired'
    WHEN 'reclaim' THEN _from = 'available' AND _to = 'reclaimed'
    WHEN 'unreclaim' THEN _from = 'reclaimed' AND _to = 'available'
    WHEN 'freeze' THEN _from = 'available' AND _to = 'frozen'
    WHEN 'unfreeze' THEN _from = 'frozen' AND _to = 'available'
    WHEN 'chargeback' THEN _from = 'frozen' AND _to = 'charged-back'
    WHEN 'unchargeback' THEN _from = 'charged-back' AND _to = 'available'
    WHEN 'forfeit' THEN _from IN ('available', 'frozen') AND _to = 'forfeited'
    WHEN 'adjust' THEN _from = 'available' AND _to = 'reclaimed'
    ELSE false END;
END $$;

-- The journal: each row moves credits of one lot from one bucket to another, so no row can be out of balance.
CREATE TABLE ledger.entry (
  wallet_id       text        NOT NULL,
  version         bigint      NOT NULL,
  -- Of the operation it belongs to. Null: the ledger moved credits by itself, because a lot was due.
  key             text,
  kind            text        NOT NULL,
  lot_id          text        NOT NULL REFERENCES ledger.lot,
  hold_id         text        REFERENCES ledger.hold DEFERRABLE INITIALLY DEFERRED,
  from_bucket     text        NOT NULL,
  to_bucket       text        NOT NULL,
  credits         bigint      NOT NULL,
  available_after bigint      NOT NULL,
  held_after      bigint      NOT NULL,
  frozen_after    bigint      NOT NULL,
  cause           text,
  reason          text,
  -- Of a grant: source, order, price and expiry of the lot, which the chain thereby covers.
  terms           jsonb,
  -- The grace that credits came back to their lot with.
  grace_until     timestamptz,
  at              timestamptz NOT NULL,
  -- Seals take entries by transaction: of two ids drawn in order, the later may be committed first.
  transaction_id  xid8        NOT NULL DEFAULT pg_current_xact_id(),
  hash            bytea       NOT NULL,

  PRIMARY KEY (wallet_id, version),
  CONSTRAINT entry_never_overdrawn CHECK (least(available_after, held_after, frozen_after, credits - 1) >= 0),
  CONSTRAINT entry_moves_legally CHECK (ledger.is_legal_move(kind, from_bucket, to_bucket))
);

-- An entry begins where the one before it ended: a gap or a wrong balance is refused, whoever writes it, and a fork by the
-- primary key. A foreign key to the entry before would lock that row and need an index as wide as the balances.
CREATE FUNCTION ledger.continue_journal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  available bigint := 0;
  held bigint := 0;
  frozen bigint := 0;
  follows boolean := NEW.version = 1;
BEGIN
  IF NOT follows THEN
    SELECT available_after, held_after, frozen_after, true INTO available, held, frozen, follows
    FROM ledger.entry WHERE wallet_id = NEW.wallet_id AND version = NEW.version - 1;
  END IF;
  IF follows
    AND NEW.available_after = available + NEW.credits
      * ((NEW.to_bucket = 'available')::int - (NEW.from_bucket = 'available')::int)
    AND NEW.held_after = held + NEW.credits * ((NEW.to_bucket = 'held')::int - (NEW.from_bucket = 'held')::int)
    AND NEW.frozen_after = frozen + NEW.credits * ((NEW.to_bucket = 'frozen')::int - (NEW.from_bucket = 'frozen')::int)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'entry % of wallet % does not begin where the one before it ended', NEW.version, NEW.wallet_id
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'entry_continues', SCHEMA = 'ledger', TABLE = 'entry';
END $$;

CREATE TRIGGER entry_continues BEFORE INSERT ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.continue_journal();

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
