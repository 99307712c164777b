-- What the ledger is compared with, in a schema of its own beside it.
CREATE SCHEMA bench;

-- TPC-B-like, as pgbench defines it: twenty branches, ten tellers and a hundred thousand accounts each.
CREATE TABLE bench.branch (id int PRIMARY KEY, balance int NOT NULL, filler char(88)) WITH (fillfactor = 100);
CREATE TABLE bench.teller (id int PRIMARY KEY, branch_id int NOT NULL, balance int NOT NULL, filler char(84));
CREATE TABLE bench.customer (id int NOT NULL, branch_id int NOT NULL, balance int NOT NULL, filler char(84) NOT NULL);
CREATE TABLE bench.past (teller_id int, branch_id int, customer_id int, delta int, at timestamp, filler char(22));
INSERT INTO bench.branch SELECT n, 0 FROM generate_series(1, 20) AS n;
INSERT INTO bench.teller SELECT n, (n - 1) / 10 + 1, 0 FROM generate_series(1, 200) AS n;
INSERT INTO bench.customer SELECT n, (n - 1) / 100000 + 1, 0, '' FROM generate_series(1, 2000000) AS n;
ALTER TABLE bench.customer ADD PRIMARY KEY (id);

-- The same transaction as one call, for where nothing can send several statements as quickly as pgbench does.
CREATE FUNCTION bench.tpc_b(_customer int, _teller int, _branch int, _delta int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  result int;
BEGIN
  UPDATE bench.customer SET balance = balance + _delta WHERE id = _customer;
  SELECT balance INTO result FROM bench.customer WHERE id = _customer;
  UPDATE bench.teller SET balance = balance + _delta WHERE id = _teller;
  UPDATE bench.branch SET balance = balance + _delta WHERE id = _branch;
  INSERT INTO bench.past VALUES (_teller, _branch, _customer, _delta, CURRENT_TIMESTAMP);
  RETURN result;
END $$;

-- The least that a ledger could write: a balance and a line about it.
CREATE TABLE bench.account (id text PRIMARY KEY, balance bigint NOT NULL) WITH (fillfactor = 50);
CREATE TABLE bench.line (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id text NOT NULL, delta bigint NOT NULL);
INSERT INTO bench.account SELECT 'mem_' || n, 1000000000 FROM generate_series(1, 10000) AS n;

-- A ledger that is written to by statements of an interactive transaction, without rules of its own.
CREATE TABLE bench.wallet (
  id text PRIMARY KEY, available bigint NOT NULL, held bigint NOT NULL, version bigint NOT NULL, head text NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE bench.lot (
  id text PRIMARY KEY, wallet_id text NOT NULL, expires_at timestamptz NOT NULL,
  available bigint NOT NULL, held bigint NOT NULL, spent bigint NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX ON bench.lot (wallet_id, expires_at);
CREATE TABLE bench.hold (id text PRIMARY KEY, wallet_id text NOT NULL, lot_id text NOT NULL, credits bigint NOT NULL,
  state text NOT NULL);
CREATE TABLE bench.entry (
  wallet_id text NOT NULL, version bigint NOT NULL, key text NOT NULL, kind text NOT NULL, lot_id text NOT NULL,
  credits bigint NOT NULL, available_after bigint NOT NULL, held_after bigint NOT NULL, hash text NOT NULL,
  PRIMARY KEY (wallet_id, version), UNIQUE (wallet_id, key)
);
INSERT INTO bench.wallet SELECT 'mem_' || n, 1000000000, 0, 0, '' FROM generate_series(1, 10000) AS n;
INSERT INTO bench.lot SELECT 'lot_' || n, 'mem_' || n, 'infinity', 1000000000, 0, 0 FROM generate_series(1, 10000) AS n;

GRANT USAGE ON SCHEMA bench TO covenant_app;
GRANT ALL ON ALL TABLES IN SCHEMA bench TO covenant_app;
