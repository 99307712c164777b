import type { JobSink } from "./job-sink.ts";

/** Writes the job as a row of the caller's transaction; {@link relayOutbox} carries it to Redis after the commit. */
export const outboxSink: JobSink = {
  async add(tx, { queue, name, payload, options }) {
    await tx.query(
      "INSERT INTO outbox_job (queue, name, payload, options) VALUES ($1::text, $2::text, $3::text::jsonb, $4::text::jsonb)",
      [queue, name, JSON.stringify(payload), JSON.stringify(options)],
    );
    await tx.query("SELECT pg_notify('covenant_outbox', '')::text", []);
  },
};
