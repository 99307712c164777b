/** How many wallets there are; each has one lot, with more credits than any run can spend. */
export const wallets = 10_000;

/**
 * Something to do over and over, as pgbench takes it: `\set name random(low, high)`, then a statement a line, each of
 * which is a transaction unless the script says otherwise.
 */
export type Work = {
  script: string;
  /** The same where pgbench is not there: each transaction in one statement. */
  oneCall?: string;
};

const anyWallet = `\\set wallet random(1, ${wallets})`;
const anyNumber = "\\set n random(1, 1000000000000000)";

const pairOn = (setWallet: string): Work => ({
  script: `${setWallet}
${anyNumber}
SELECT ledger.hold('mem_' || :wallet, 'hld_' || :n, 1, 'gen_' || :n, 'hold ' || :n);
SELECT ledger.capture('mem_' || :wallet, 'hld_' || :n, NULL, 'delivered', NULL, 'capture ' || :n);`,
});

/** A hold and its capture, on any of the wallets. */
export const pair = pairOn(anyWallet);

/** The same, always on one wallet. */
export const hotPair = pairOn("\\set wallet random(1, 1)");

/** A hold that stays open. */
export const holdAlone: Work = {
  script: `${anyWallet}
${anyNumber}
SELECT ledger.hold('mem_' || :wallet, 'hld_' || :n, 1, 'gen_' || :n, 'hold ' || :n);`,
};

export const batchSize = 50;

const placesOfBatch = `FROM generate_series(1, ${batchSize}) AS i`;
const walletOfPlace = `array_agg('mem_' || (1 + (:n::bigint + i * 197) % ${wallets}))`;

/** Fifty holds in one transaction, and their captures in another. */
export const batch: Work = {
  script: `${anyNumber}
SELECT ledger.hold_many(${walletOfPlace}, array_agg('hld_' || :n || '_' || i), array_agg(1::bigint), array_agg('gen_' || :n || '_' || i), array_agg('hold ' || :n || '_' || i)) ${placesOfBatch};
SELECT ledger.capture_many(${walletOfPlace}, array_agg('hld_' || :n || '_' || i), array_agg(NULL::bigint), array_agg('delivered'::text), array_agg(NULL::timestamptz), array_agg('capture ' || :n || '_' || i)) ${placesOfBatch};`,
};

const oneLine =
  "WITH u AS (UPDATE bench.account SET balance = balance - 1 WHERE id = 'mem_' || :wallet RETURNING id) INSERT INTO bench.line (account_id, delta) SELECT id, -1 FROM u;";

/** A balance updated and a line inserted, twice. */
export const floorPair: Work = { script: `${anyWallet}\n${oneLine}\n${oneLine}` };

const anyCustomer = `\\set customer random(1, 2000000)
\\set branch random(1, 20)
\\set teller random(1, 200)
\\set delta random(-5000, 5000)`;

export const tpcB: Work = {
  script: `${anyCustomer}
BEGIN;
UPDATE bench.customer SET balance = balance + :delta WHERE id = :customer;
SELECT balance FROM bench.customer WHERE id = :customer;
UPDATE bench.teller SET balance = balance + :delta WHERE id = :teller;
UPDATE bench.branch SET balance = balance + :delta WHERE id = :branch;
INSERT INTO bench.past (teller_id, branch_id, customer_id, delta, at) VALUES (:teller, :branch, :customer, :delta, CURRENT_TIMESTAMP);
END;`,
  oneCall: `${anyCustomer}\nSELECT bench.tpc_b(:customer, :teller, :branch, :delta);`,
};
