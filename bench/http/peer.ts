import Fastify from "fastify";
import pg from "pg";

/** The floor: Fastify with a bare JSON route, and with routes that make one prepared `pg` query, and two. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const app = Fastify({ logger: false });
const answer = { result: { data: JSON.parse(process.env.PEER_ANSWER ?? "{}") } };

app.get("/bare", async () => answer);
app.get<{ Querystring: { id: string } }>("/one-query", async ({ query }) => ({
  result: { data: await balanceOf(query.id) },
}));
app.get<{ Querystring: { id: string } }>("/two-queries", async ({ query }) => {
  await pool.query({ name: "session", text: sessionQuery, values: [query.id] });
  return { result: { data: await balanceOf(query.id) } };
});

const sessionQuery =
  "SELECT s.id, s.member_id, p.storefront FROM member_session s JOIN member p ON p.id = s.member_id WHERE s.member_id = $1 LIMIT 1";

async function balanceOf(id: string) {
  const { rows } = await pool.query({
    name: "balance",
    text: "SELECT available, held, frozen FROM ledger.wallet WHERE id = $1",
    values: [id],
  });
  return rows[0];
}

await app.listen({ port: Number(process.env.PEER_PORT), host: "127.0.0.1" });
