import type { AttemptId, GenerationId, MemberActor } from "@covenant/domain";
import { newId } from "@covenant/domain";
import Fastify, { type FastifyInstance } from "fastify";
import { readAttempt } from "../generations/read-attempt.ts";
import { runAttempt } from "../generations/run-attempt.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { programPlugin } from "../programs/program-plugin.ts";
import type { TestStudio } from "./test-studio.ts";

/** The programs' side of a studio, listening, with a worker beside it that does what the queue would. */
export type TestProgram = {
  readonly app: FastifyInstance;
  readonly origin: string;
  newKey(member: MemberActor): ReturnType<typeof createApiKey>;
  close(): Promise<void>;
};

export async function testProgram(studio: TestStudio): Promise<TestProgram> {
  const { deps } = studio;
  const app = Fastify({ forceCloseConnections: true });
  await app.register(programPlugin, { deps, prefix: "/v1" });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  const stop = new AbortController();
  const worker = work(studio, stop.signal);
  return {
    app,
    origin,
    newKey: (member) => createApiKey(deps, member, { requestId: newId("request"), name: "test" }),
    close: async () => {
      stop.abort();
      await worker;
      await app.close();
    },
  };
}

async function work({ deps }: TestStudio, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const queued = await deps.db.rows.generation.findMany({ where: { state: "queued" }, select: { id: true } });
    for (const { id } of queued) await runAttempt(deps, { generationId: id as GenerationId });
    const open = await deps.db.rows.attempt.findMany({ where: { state: "submitted" } });
    for (const { id, reads } of open) await readAttempt(deps, { attemptId: id as AttemptId, turn: reads });
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
