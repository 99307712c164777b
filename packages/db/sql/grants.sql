-- What the application's role may touch. Histories: add and read. The ledger grants its own verbs. Keys: another role.
GRANT USAGE ON SCHEMA public TO covenant_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO covenant_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO covenant_app;
REVOKE UPDATE, DELETE ON act, ruling, decision, generation_event, terms_acceptance, price_notice FROM covenant_app;
REVOKE UPDATE, DELETE ON model_price, model_price_notice FROM covenant_app;
REVOKE UPDATE, DELETE ON balance_movement, exchange_rate, appeal_decision, sanction_strike FROM covenant_app;
REVOKE DELETE ON credit_order, refund, dispute, proposal, appeal, alarm FROM covenant_app;
-- A lot that was bought is held against its order.
GRANT SELECT (id, kind, member_id, state, credits, amount_minor, currency) ON credit_order TO ledger_owner;
REVOKE DELETE ON reconciled_day, difference FROM covenant_app;
REVOKE UPDATE ON imprint FROM covenant_app;
REVOKE UPDATE, DELETE ON picture_bar FROM covenant_app;
GRANT UPDATE (ended_at, ended_by, end_note) ON picture_bar TO covenant_app;
REVOKE UPDATE, DELETE ON preservation FROM covenant_app;
GRANT UPDATE (ended_at, ended_by, end_note) ON preservation TO covenant_app;
REVOKE ALL ON _prisma_migrations FROM covenant_app;
GRANT SELECT ON _prisma_migrations TO covenant_app;

-- BullMQ makes a sequence for each queue when it first adds to it.
GRANT USAGE, CREATE ON SCHEMA bullmq TO covenant_app;
GRANT ALL ON ALL TABLES IN SCHEMA bullmq TO covenant_app;
GRANT ALL ON ALL SEQUENCES IN SCHEMA bullmq TO covenant_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO covenant_app;

GRANT USAGE ON SCHEMA keys TO covenant_keys;
GRANT SELECT, INSERT, UPDATE ON keys.file_key TO covenant_keys;
GRANT SELECT, UPDATE ON keys.purge_log_read TO covenant_keys;
REVOKE ALL ON SCHEMA keys FROM covenant_app;
