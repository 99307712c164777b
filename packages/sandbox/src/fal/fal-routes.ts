import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { dropCall } from "../drop-call.ts";
import { openFileShelf } from "../shelf/file-shelf.ts";
import type { World } from "../world.ts";
import { cancel, sendLocked, sendRequestError, sendResult, sendStatus } from "./answers.ts";
import type { FalRoom } from "./perform-run.ts";
import type { Run } from "./run.ts";
import { submit } from "./submit.ts";
import { createWebhookSigner } from "./webhook-signer.ts";

/** fal's queue under `/fal/queue`, its keys and its files (https://fal.ai/docs/documentation/model-apis/inference/queue). */
export function serveFal(server: FastifyInstance, world: World): void {
  const shelf = openFileShelf(server, world, "/fal/files");
  const room: FalRoom = { world, shelf, signer: createWebhookSigner(), runs: new Map(), failedOnce: new Set() };
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
  if (!run) return sendGone(reply);
  if (action === "") return run.faults.has("result-gone") ? sendGone(reply) : sendResult(room.world, run, reply);
  if (action === "status") return readStatus(room, run, request, reply);
  return reply.code(405).send({ detail: "Method Not Allowed" });
}

function readStatus({ world }: FalRoom, run: Run, request: RestRequest, reply: FastifyReply): FastifyReply {
  run.polls += 1;
  const isOn = (fault: "locked-poll" | "429-poll" | "lost-poll") => run.faults.has(fault) && run.status !== "COMPLETED";
  if (isOn("locked-poll")) return sendLocked(reply);
  if (isOn("429-poll")) return sendRequestError(reply, 429, "concurrent_requests_limit", "Too many requests");
  if (isOn("lost-poll")) return dropCall(request, reply);
  if (run.faults.has("forgotten")) return sendGone(reply);
  return sendStatus(world, run, new URL(request.url, "http://sandbox").searchParams.get("logs") === "1", reply);
}

function sendGone(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ detail: "Request not found", status: "NOT_FOUND" });
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
