import Fastify from "fastify";
import pg from "pg";

/** The floor: Fastify with a bare JSON route, and with one route that makes one prepared `pg` query. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const app = Fastify({ logger: false });
const answer = { result: { data: JSON.parse(process.env.PEER_ANSWER ?? "{}") } };

app.get("/bare", async () => answer);
app.get<{ Querystring: { id: string } }>("/one-query", async (request) => {
  const { rows } = await pool.query({
    name: "balance",
    text: "SELECT available, held, frozen FROM ledger.wallet WHERE id = $1",
    values: [request.query.id],
  });
  return { result: { data: rows[0] } };
});
await app.listen({ port: Number(process.env.PEER_PORT), host: "127.0.0.1" });
