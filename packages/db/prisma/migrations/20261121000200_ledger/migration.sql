-- The credit ledger's tables, and every rule of it that a table can keep by itself. The functions that move credits are
-- in src/ledger/kernel. Wallets, lots and holds say how things stand; entries and operations say how they came to be so.

-- Roles belong to the whole cluster, so another database, or another process just now, may have made them already.
DO $$ BEGIN CREATE ROLE ledger_owner NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE covenant_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
GRANT ledger_owner TO CURRENT_USER;
ALTER DEFAULT PRIVILEGES FOR ROLE ledger_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA ledger AUTHORIZATION ledger_owner;
SET ROLE ledger_owner;

-- A number of credits. The largest is the largest number that every reader takes for what it is (2^53 - 1).
CREATE DOMAIN ledger.amount AS bigint CHECK (VALUE BETWEEN 0 AND 9007199254740991);

-- These tables are written four times for each hold, and each verb is one transaction, in which PostgreSQL makes every
-- expression anew that it comes by: what a rule costs is how much text it has, evaluated or not. So a rule of one column
-- is a domain, one of a row a PL/pgSQL function of small steps, which skips what does not apply, and each is said once.

-- A member's credits, under the member's id: what every verb locks first, and the only thing it waits for.
CREATE TABLE ledger.wallet (
  id          text          PRIMARY KEY,
  available   ledger.amount NOT NULL,
  held        ledger.amount NOT NULL,
  frozen      ledger.amount NOT NULL,
  -- Of the last entry. A version is never skipped and never used twice.
  version     bigint        NOT NULL,
  -- No lot is due before this instant, so a verb that comes earlier need not look for one.
  next_due_at timestamptz   NOT NULL,
  -- The lot that the next hold takes from, as long as it has enough. Null: none is known, look.
  burning_lot_id text,
  opened_at   timestamptz   NOT NULL,
  -- Set when its credits were forfeited: nothing comes in any more, and what comes back is forfeited too.
  closed_at   timestamptz
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
  -- The later of the two.
  due_at          timestamptz NOT NULL,
  -- What the bank of whoever paid says of its payment: nothing, that it is disputed, or that the money is gone.
  dispute         text,

  granted         ledger.amount NOT NULL,
  available       ledger.amount NOT NULL,
  held            ledger.amount NOT NULL,
  frozen          ledger.amount NOT NULL,
  spent           ledger.amount NOT NULL,
  expired         ledger.amount NOT NULL,
  reclaimed       ledger.amount NOT NULL,
  forfeited       ledger.amount NOT NULL,
  charged_back    ledger.amount NOT NULL,
  adjusted        ledger.amount NOT NULL,
  -- Whether the member still has credits of this lot. Indexes ask this and not the amounts, so that they rarely change.
  is_open         boolean     NOT NULL
) WITH (fillfactor = 50);

-- A credit of a lot is always in exactly one place: spending it twice, or refunding what was spent, cannot be written. Of a
-- disputed lot nothing can be spent, and only such a lot has frozen credits.
CREATE FUNCTION ledger.is_sound_lot(l ledger.lot) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
  IF l.granted <> l.available + l.held + l.frozen
    + l.spent + l.expired + l.reclaimed + l.forfeited + l.charged_back + l.adjusted
  THEN
    RETURN false;
  ELSIF l.dispute IS NULL THEN
    RETURN l.frozen = 0;
  END IF;
  RETURN l.available = 0 AND (l.dispute = 'open' OR l.dispute = 'lost' AND l.frozen = 0);
END $$;
ALTER TABLE ledger.lot ADD CONSTRAINT lot_conserves_credits CHECK (ledger.is_sound_lot(lot));

-- What was bought belongs to an order, with what was paid for it. A bonus may come with an order, at a price of 0.
CREATE FUNCTION ledger.require_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  missing int := num_nulls(NEW.order_id, NEW.paid_minor, NEW.paid_currency);
BEGIN
  IF missing = 0 AND NEW.source <> 'goodwill' OR missing = 3 AND NEW.source IN ('bonus', 'goodwill') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a lot of source % comes % an order and its price', NEW.source,
      CASE NEW.source WHEN 'goodwill' THEN 'without' ELSE 'with' END
    USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_bought_by_order', SCHEMA = 'ledger', TABLE = 'lot';
END $$;

CREATE TRIGGER lot_bought_by_order BEFORE INSERT ON ledger.lot FOR EACH ROW EXECUTE FUNCTION ledger.require_order();
CREATE INDEX lot_burning_order ON ledger.lot (wallet_id, due_at, granted_version) WHERE is_open;
CREATE INDEX lot_of_order ON ledger.lot (order_id) WHERE order_id IS NOT NULL;

-- Credits set aside for a cause: open, then captured (spent, in whole or part) or released (all given back).
CREATE TABLE ledger.hold (
  id            text        PRIMARY KEY,
  wallet_id     text        NOT NULL,
  -- The lot that the credits came from; null when they came from several.
  lot_id        text,
  cause         text        NOT NULL,
  state         text        NOT NULL,
  credits       ledger.amount NOT NULL,
  captured      ledger.amount NOT NULL,
  released      ledger.amount NOT NULL,
  paid_back     ledger.amount NOT NULL,
  -- While a person decides: when the decision is due. Null outside a review.
  review_until  timestamptz,
  -- The entries that set the credits aside, one for each lot they came from.
  first_version bigint      NOT NULL,
  last_version  bigint      NOT NULL,
  opened_at     timestamptz NOT NULL,
  resolved_at   timestamptz
) WITH (fillfactor = 70);

-- A hold begins open. It ends once and as a whole, and how it ended stands: only paying back goes on, up to what was
-- captured.
CREATE FUNCTION ledger.end_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'open' AND NEW.state IN ('open', 'captured', 'released') THEN
    IF NEW.captured + NEW.released = (CASE NEW.state WHEN 'open' THEN 0 ELSE NEW.credits END)
      AND (NEW.state = 'captured') = (NEW.captured > 0) AND (NEW.state = 'open') = (NEW.resolved_at IS NULL)
      AND (NEW.state = 'open' OR NEW.review_until IS NULL) AND NEW.paid_back = 0
    THEN
      RETURN NEW;
    END IF;
  ELSIF (OLD.state, OLD.captured, OLD.released, OLD.resolved_at) = (NEW.state, NEW.captured, NEW.released, NEW.resolved_at)
    AND NEW.review_until IS NULL AND NEW.paid_back <= NEW.captured
  THEN
    RETURN NEW;
  ELSE
    RAISE EXCEPTION 'hold % is already %', OLD.id, OLD.state
      USING ERRCODE = 'LG004', CONSTRAINT = 'hold_ends_once', SCHEMA = 'ledger', TABLE = 'hold';
  END IF;
  RAISE EXCEPTION 'hold % of % credits cannot be % with % captured and % released',
      NEW.id, NEW.credits, NEW.state, NEW.captured, NEW.released
    USING ERRCODE = 'check_violation', CONSTRAINT = 'hold_ends_as_a_whole', SCHEMA = 'ledger', TABLE = 'hold';
END $$;
CREATE TRIGGER hold_ends_once BEFORE UPDATE ON ledger.hold FOR EACH ROW EXECUTE FUNCTION ledger.end_once();

CREATE INDEX hold_review_due ON ledger.hold (review_until) WHERE review_until IS NOT NULL;

-- The journal: each row moves credits of one lot from one bucket to another, so no row can be out of balance. The rows of
-- one operation carry its key, and the last of them the fingerprint of what was asked and the balance it was answered
-- with. An operation that found nothing to move says so with a row of no credits.
CREATE TABLE ledger.entry (
  wallet_id       text        NOT NULL,
  version         bigint      NOT NULL,
  -- Of the operation it belongs to. Null: the ledger moved credits by itself, because a lot was due.
  key             text,
  -- Of what was asked, on the last entry of an operation.
  fingerprint     bytea,
  kind            text        NOT NULL,
  lot_id          text,
  hold_id         text,
  from_bucket     text        NOT NULL,
  to_bucket       text        NOT NULL,
  credits         ledger.amount NOT NULL,
  available_after ledger.amount NOT NULL,
  held_after      ledger.amount NOT NULL,
  frozen_after    ledger.amount NOT NULL,
  cause           text,
  reason          text,
  -- Of a grant: source, order, price and expiry of the lot, which the chain thereby covers.
  terms           jsonb,
  -- The grace that credits came back to their lot with; of a review, when its decision is due.
  grace_until     timestamptz,
  at              timestamptz NOT NULL,
  -- Seals take entries by transaction: of two ids drawn in order, the later may be committed first. An `xid8`, as the
  -- number that a BRIN index can take: it costs an insert nothing.
  transaction_id  bigint      NOT NULL,
  hash            bytea       NOT NULL,

  PRIMARY KEY (wallet_id, version)
);

CREATE FUNCTION ledger.microseconds(_instant timestamptz) RETURNS bigint LANGUAGE sql STABLE
RETURN (extract(epoch FROM _instant) * 1000000)::bigint;

-- What an entry may be, by its kind. Spent credits can be paid back but never reclaimed; nothing comes back from expired.
-- What comes back goes where its lot and wallet say: see `ledger.way_back`.
CREATE FUNCTION ledger.is_legal(e ledger.entry) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE
  back text[] := ARRAY['available', 'frozen', 'expired', 'forfeited', 'charged-back'];
BEGIN
  RETURN CASE e.kind
      WHEN 'grant' THEN e.from_bucket = 'issued' AND e.to_bucket IN ('available', 'expired')
      WHEN 'hold' THEN e.from_bucket = 'available' AND e.to_bucket = 'held'
      WHEN 'review' THEN e.from_bucket = 'held' AND e.to_bucket = 'held'
      WHEN 'capture' THEN e.from_bucket = 'held' AND e.to_bucket = 'spent'
      WHEN 'release' THEN e.from_bucket = 'held' AND e.to_bucket = ANY (back)
      WHEN 'pay-back' THEN e.from_bucket = 'spent' AND e.to_bucket = ANY (back)
      WHEN 'expire' THEN e.from_bucket = 'available' AND e.to_bucket = 'expired'
      WHEN 'reclaim' THEN e.from_bucket = 'available' AND e.to_bucket = 'reclaimed'
      WHEN 'unreclaim' THEN e.from_bucket = 'reclaimed' AND e.to_bucket = ANY (back)
      WHEN 'freeze' THEN e.from_bucket = 'available' AND e.to_bucket = 'frozen'
      WHEN 'unfreeze' THEN e.from_bucket = 'frozen' AND e.to_bucket IN ('available', 'expired')
      WHEN 'chargeback' THEN e.from_bucket = 'frozen' AND e.to_bucket = 'charged-back'
      WHEN 'unchargeback' THEN e.from_bucket = 'charged-back' AND e.to_bucket IN ('available', 'expired', 'forfeited')
      WHEN 'forfeit' THEN e.from_bucket IN ('available', 'frozen') AND e.to_bucket = 'forfeited'
      WHEN 'restore' THEN e.from_bucket = 'forfeited' AND e.to_bucket = ANY (back) AND e.to_bucket <> 'forfeited'
      WHEN 'adjust' THEN e.from_bucket = 'available' AND e.to_bucket = 'adjusted'
      ELSE false END
    AND (e.kind IN ('hold', 'review', 'capture', 'release', 'pay-back')) = (e.hold_id IS NOT NULL)
    AND CASE WHEN e.credits > 0 THEN e.lot_id IS NOT NULL ELSE e.fingerprint IS NOT NULL AND e.lot_id IS NULL
      AND e.kind NOT IN ('grant', 'hold', 'capture', 'release', 'pay-back', 'adjust') END
    AND (e.key IS NOT NULL OR e.kind = 'expire' AND e.fingerprint IS NULL);
END $$;

-- The journal chains itself, whoever writes it: an entry begins where the one before it ended, so a gap or a wrong balance
-- is refused, and a fork by the primary key. Its hash is that of the hash before it and of all that it says, as the text of
-- one row, in which every value is quoted so that no two entries read alike. The audit computes the same outside.
CREATE FUNCTION ledger.chain_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  available bigint := 0;
  held bigint := 0;
  frozen bigint := 0;
  head bytea := '';
  is_legal boolean;
BEGIN
  IF NEW.version > 1 THEN
    SELECT available_after, held_after, frozen_after, hash INTO available, held, frozen, head
    FROM ledger.entry WHERE wallet_id = NEW.wallet_id AND version = NEW.version - 1;
  END IF;
  CASE NEW.from_bucket
    WHEN 'available' THEN available := available - NEW.credits;
    WHEN 'held' THEN held := held - NEW.credits;
    WHEN 'frozen' THEN frozen := frozen - NEW.credits;
    ELSE
  END CASE;
  CASE NEW.to_bucket
    WHEN 'held' THEN held := held + NEW.credits;
    WHEN 'available' THEN available := available + NEW.credits;
    WHEN 'frozen' THEN frozen := frozen + NEW.credits;
    ELSE
  END CASE;
  IF (NEW.available_after = available AND NEW.held_after = held AND NEW.frozen_after = frozen) IS NOT TRUE THEN
    RAISE EXCEPTION 'entry % of wallet % does not begin where the one before it ended', NEW.version, NEW.wallet_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_continues', SCHEMA = 'ledger', TABLE = 'entry';
  END IF;

  -- The two kinds that are nearly all there are, without the way through `ledger.is_legal`.
  CASE NEW.kind
    WHEN 'hold' THEN is_legal := NEW.credits > 0 AND NEW.from_bucket = 'available' AND NEW.to_bucket = 'held'
      AND num_nulls(NEW.key, NEW.lot_id, NEW.hold_id) = 0;
    WHEN 'capture' THEN is_legal := NEW.credits > 0 AND NEW.from_bucket = 'held' AND NEW.to_bucket = 'spent'
      AND num_nulls(NEW.key, NEW.lot_id, NEW.hold_id) = 0;
    ELSE is_legal := ledger.is_legal(NEW);
  END CASE;
  IF is_legal IS NOT TRUE THEN
    RAISE EXCEPTION 'a % may not move % credits from % to %', NEW.kind, NEW.credits, NEW.from_bucket, NEW.to_bucket
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_moves_legally', SCHEMA = 'ledger', TABLE = 'entry';
  END IF;

  NEW.transaction_id := pg_current_xact_id()::text::bigint;
  NEW.hash := sha256(head || convert_to(ROW(NEW.wallet_id, NEW.version, NEW.key, encode(NEW.fingerprint, 'hex'), NEW.kind,
    NEW.lot_id, NEW.hold_id, NEW.from_bucket, NEW.to_bucket, NEW.credits, NEW.available_after, NEW.held_after,
    NEW.frozen_after, NEW.cause, NEW.reason, NEW.terms, ledger.microseconds(NEW.grace_until),
    ledger.microseconds(NEW.at))::text, 'UTF8'));
  RETURN NEW;
END $$;

CREATE TRIGGER entry_is_chained BEFORE INSERT ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.chain_entry();

-- One operation under one key.
CREATE UNIQUE INDEX entry_answers_key ON ledger.entry (wallet_id, key) WHERE fingerprint IS NOT NULL;
CREATE INDEX entry_cause ON ledger.entry (cause) WHERE cause IS NOT NULL;
CREATE INDEX entry_transaction ON ledger.entry USING brin (transaction_id) WITH (pages_per_range = 16, autosummarize);

-- What every verb answers.
CREATE TYPE ledger.receipt AS (
  -- The hold or lot that it was about.
  subject text,
  -- What it moved, all lots together.
  moved bigint,
  version bigint, available bigint, held bigint, frozen bigint, replayed boolean
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of ledger.% is refused: history is only added to', TG_OP, TG_TABLE_NAME USING ERRCODE = 'LG001';
END $$;

CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON ledger.entry
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON ledger.wallet FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON ledger.lot FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON ledger.hold FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER terms_stand BEFORE UPDATE OF id, wallet_id, source, order_id, paid_minor, paid_currency,
  granted, granted_version, granted_at, expires_at ON ledger.lot
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.wallet
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.lot
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.hold
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

RESET ROLE;
