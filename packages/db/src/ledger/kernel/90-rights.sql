-- Who may do what: the application calls the verbs and reads. Nobody else does anything; nobody writes a table.
SET ROLE ledger_owner;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC, covenant_app;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger FROM PUBLIC, covenant_app;

GRANT USAGE ON SCHEMA ledger TO covenant_app;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO covenant_app;
GRANT EXECUTE ON FUNCTION
  ledger.clock(),
  ledger.open_wallet(text),
  ledger.expire(text),
  ledger.grant(text, text, bigint, text, text, bigint, text, timestamptz, text, text, text),
  ledger.hold(text, text, bigint, text, text),
  ledger.hold_many(text[], text[], bigint[], text[], text[]),
  ledger.capture(text, text, bigint, text, timestamptz, text),
  ledger.capture_many(text[], text[], bigint[], text[], timestamptz[], text[]),
  ledger.release(text, text, text, timestamptz, text),
  ledger.mark_under_review(text, text, timestamptz, text),
  ledger.pay_back(text, text, bigint, text, timestamptz, text),
  ledger.reclaim(text, text, bigint, text, text),
  ledger.unreclaim(text, text, bigint, text, timestamptz, text),
  ledger.freeze(text, text, text, text),
  ledger.unfreeze(text, text, text, timestamptz, text),
  ledger.chargeback(text, text, text, text),
  ledger.unchargeback(text, text, text, timestamptz, text),
  ledger.forfeit(text, text, text, text),
  ledger.restore(text, text, text, timestamptz, text),
  ledger.adjust(text, bigint, text, text, text),
  ledger.seal()
TO covenant_app;

RESET ROLE;
