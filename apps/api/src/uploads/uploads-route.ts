import { type MemberActor, Refusal } from "@covenant/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { countTry } from "../limits/count-try.ts";
import type { MemberContext } from "../trpc/context.ts";
import { answerRefusal, bytesAtMost, refusalOf } from "./answer-refusal.ts";
import { refuseType } from "./refuse-format.ts";
import { storeUpload } from "./store-upload.ts";

export type UploadsOptions = {
  deps: Deps;
  createContext(request: FastifyRequest, reply: FastifyReply): Promise<MemberContext>;
};

/** Four full batches of 25 files in ten minutes, for one member. */
const rate = { most: 100, seconds: 600 };

/**
 * `POST /uploads?name=…` with the file as its body. Who asks and what they announce is looked at before a byte of the
 * body is read. Where it is registered, the origin guard already stands.
 */
export function registerUploads(app: FastifyInstance, { deps, createContext }: UploadsOptions): void {
  void app.register(async (scope) => {
    const askers = new WeakMap<FastifyRequest, MemberActor>();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: bytesAtMost }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error: Error, _request, reply) => {
      const refusal = refusalOf(Object.assign(error));
      if (refusal === null) throw error;
      return answerRefusal(reply, refusal);
    });
    scope.addHook("onRequest", async (request, reply) => {
      const { actor } = await createContext(request, reply);
      if (actor === null) throw new Refusal("session/required");
      refuseType(request.headers["content-type"]);
      await countTry(deps.db, `uploads.add:${actor.storefront}:${actor.memberId}`, rate);
      askers.set(request, actor);
    });
    scope.post("/uploads", async (request, reply) => {
      const actor = askers.get(request);
      if (actor === undefined || !Buffer.isBuffer(request.body)) throw new Refusal("upload/damaged");
      const { name } = request.query as { name?: unknown };
      const fileName = typeof name === "string" ? name : "";
      return reply.code(201).send(await storeUpload(deps, actor, { fileName, bytes: request.body }));
    });
  });
}
