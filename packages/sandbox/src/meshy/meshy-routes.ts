import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import sharp from "sharp";
import { dropCall } from "../drop-call.ts";
import { takeAny } from "../faults/fault-switches.ts";
import { type Fields, fieldsOf, integerOf, textOf } from "../record.ts";
import { openFileShelf } from "../shelf/file-shelf.ts";
import type { World } from "../world.ts";
import { performTask } from "./perform-task.ts";
import type { MeshyRoom, Task } from "./task.ts";

type One = { Params: { id: string } };
const path = "/meshy/openapi/v1/image-to-3d";

/** Meshy's image-to-3D tasks under `/meshy` (https://docs.meshy.ai/api/image-to-3d). */
export function serveMeshy(server: FastifyInstance, world: World): void {
  const room: MeshyRoom = { world, shelf: openFileShelf(server, world, "/meshy/assets"), tasks: new Map() };
  server.register(async (api) => {
    api.addHook("onRequest", async (request, reply) => {
      if (!/^Bearer msy_\S+$/.test(request.headers.authorization ?? "")) await refuse(reply, 401, "Invalid API key");
    });
    api.post(path, (request, reply) => create(room, request, reply));
    api.get<One>(`${path}/:id`, async (request, reply) => read(room, request, reply));
    api.delete<One>(`${path}/:id`, async ({ params }, reply) => erase(room, params.id, reply));
  });
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ message });
}

const refusals = {
  "bad-input": [400, "Invalid value for target_polycount"],
  quota: [402, "Insufficient credits"],
  locked: [401, "Invalid API key"],
  retired: [404, "Not found"],
  full: [429, "NoMoreConcurrentTasks"],
} as const;

async function create(room: MeshyRoom, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { world, tasks } = room;
  const input = fieldsOf(request.body);
  const faults = takeAny(world.faults, "meshy", textOf(input.texture_prompt));
  for (const [fault, [status, message]] of Object.entries(refusals)) {
    if (faults.has(fault as keyof typeof refusals)) return refuse(reply, status, message);
  }
  if (faults.has("429")) return refuse(reply.header("retry-after", "7"), 429, "RateLimitExceeded");
  const photo = await photoIn(input);
  if (photo === null) return refuse(reply, 400, "image_url could not be read");
  const task: Task = {
    id: randomUUID(),
    photo,
    polygons: integerOf(input.target_polycount) ?? 30_000,
    status: "PENDING",
    createdAt: Date.now(),
    finishedAt: 0,
    polls: 0,
    modelUrls: {},
    error: "",
    faults,
  };
  tasks.set(task.id, task);
  for (const oldest of tasks.keys()) {
    if (tasks.size <= 500) break;
    tasks.delete(oldest);
  }
  world.background.start("meshy task", () => performTask(room, task));
  return answer(room, task, request, reply);
}

async function answer(
  { world }: MeshyRoom,
  { id, faults }: Task,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (faults.has("silent")) await world.background.sleep(2 ** 31 - 1).catch(() => undefined);
  if (faults.has("silent") || faults.has("lost-submit")) return dropCall(request, reply);
  const page = "<!doctype html><title>Something else</title>";
  if (faults.has("nonsense")) return reply.type("text/html").send(page);
  if (faults.has("bad-gateway")) return reply.code(502).type("text/html").send(page);
  return reply.code(202).send({ result: id });
}

/** A `data:` address alone: a stand-in fetches nothing from outside. */
async function photoIn({ image_url: url }: Fields): Promise<Buffer | null> {
  const [, content] = /^data:image\/[a-z]+;base64,(.+)$/s.exec(textOf(url) ?? "") ?? [];
  if (content === undefined) return null;
  const bytes = Buffer.from(content, "base64");
  return sharp(bytes)
    .metadata()
    .then(
      () => bytes,
      () => null,
    );
}

function read({ tasks }: MeshyRoom, request: FastifyRequest<One>, reply: FastifyReply): FastifyReply {
  const task = tasks.get(request.params.id);
  if (!task || task.faults.has("forgotten")) return refuse(reply, 404, "Task not found");
  task.polls += 1;
  const isOn = (fault: "locked-poll" | "429-poll" | "lost-poll") => task.faults.has(fault) && task.finishedAt === 0;
  if (isOn("locked-poll")) return refuse(reply, 402, "Insufficient credits");
  if (isOn("429-poll")) return refuse(reply, 429, "RateLimitExceeded");
  if (isOn("lost-poll")) return dropCall(request, reply);
  const status = task.faults.has("after-polls") && task.polls < 3 ? "IN_PROGRESS" : task.status;
  const isDone = status === "SUCCEEDED";
  return reply.send({
    id: task.id,
    type: "image-to-3d",
    status,
    progress: isDone ? 100 : status === "PENDING" ? 0 : 50,
    preceding_tasks: 0,
    created_at: task.createdAt,
    finished_at: task.finishedAt,
    model_urls: isDone ? task.modelUrls : {},
    texture_urls: [],
    task_error: { message: task.error },
  });
}

/** Erases the record and its assets, or only says so. */
function erase({ tasks, shelf }: MeshyRoom, id: string, reply: FastifyReply): FastifyReply {
  const task = tasks.get(id);
  if (!task) return refuse(reply, 404, "Task not found");
  if (!task.faults.has("cancel-ignored")) {
    tasks.delete(id);
    for (const url of Object.values(task.modelUrls)) shelf.remove(url);
  }
  return reply.code(204).send();
}
