import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { World } from "../world.ts";
import { cancel, sendLocked, sendResult, sendStatus } from "./answers.ts";
import { createFileShelf, serveFiles } from "./files.ts";
import type { FalRoom } from "./perform-run.ts";
import type { Run } from "./run.ts";
import { submit } from "./submit.ts";
import { createWebhookSigner } from "./webhook-signer.ts";

/** fal's queue under `/fal/queue`, its keys and its files (https://fal.ai/docs/documentation/model-apis/inference/queue). */
export function serveFal(server: FastifyInstance, world: World): void {
  const shelf = createFileShelf(world);
  const room: FalRoom = { world, shelf, signer: createWebhookSigner(), runs: new Map(), failedOnce: new Set() };
  serveFiles(server, shelf);
  server.get("/fal/.well-known/jwks.json", async () => room.signer.jwks);
  server.register(async (queue) => {
    queue.addHook("onRequest", refuseWithoutKey);
    queue.post<{ Params: Rest }>("/fal/queue/*", (request, reply) => submit(room, request.params["*"], request, reply));
    queue.get<{ Params: Rest }>("/fal/queue/*", (request, reply) => read(room, request, reply));
    queue.put<{ Params: Rest }>("/fal/queue/*", (request, reply) => put(room, request, reply));
  });
}

type Rest = { "*": string };
type RestRequest = FastifyRequest<{ Params: Rest }>;

async function refuseWithoutKey(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (/^Key [^\s:]+:[^\s:]+$/.test(request.headers.authorization ?? "")) return;
  await reply
    .code(401)
    .send({ detail: "Cannot access application. Authentication is required to access this application." });
}

async function read(room: FalRoom, request: RestRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { run, action } = findRun(room, request.params["*"]);
  if (action === null) return reply.code(405).send({ detail: "Method Not Allowed" });
  if (!run) return reply.code(404).send({ detail: "Request not found", status: "NOT_FOUND" });
  if (action === "") return sendResult(room.world, run, reply);
  if (action === "status") {
    if (run.faults.has("locked-poll")) return sendLocked(reply);
    return sendStatus(room.world, run, new URL(request.url, "http://sandbox").searchParams.get("logs") === "1", reply);
  }
  return reply.code(405).send({ detail: "Method Not Allowed" });
}

async function put(room: FalRoom, request: RestRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { run, action } = findRun(room, request.params["*"]);
  if (action !== "cancel") return reply.code(405).send({ detail: "Method Not Allowed" });
  return run ? cancel(run, reply) : reply.code(404).send({ status: "NOT_FOUND" });
}

/** Exactly `owner/app/requests/id[/action]`; an address that kept its sub-path is no address of a run. */
function findRun({ runs }: FalRoom, path: string): { run: Run | undefined; action: string | null } {
  const [, app, id = "", action = ""] =
    /^([^/]+\/[^/]+)\/requests\/([^/]+)(?:\/(status|cancel|response))?$/.exec(path) ?? [];
  if (app === undefined) return { run: undefined, action: null };
  const run = runs.get(id);
  return { run: run?.app === app ? run : undefined, action: action === "response" ? "" : action };
}
