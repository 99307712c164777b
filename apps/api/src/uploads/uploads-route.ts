import type { Readable } from "node:stream";
import { type ArrivalId, isId, type MemberActor, Refusal } from "@covenant/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuseType } from "../decoding/refuse-format.ts";
import type { Deps } from "../deps.ts";
import { countTry } from "../limits/count-try.ts";
import type { MemberContext } from "../trpc/context.ts";
import { answerRefusal } from "./answer-refusal.ts";
import { type ArrivalRow, getOwnArrival } from "./arrivals-store.ts";
import { beginArrival } from "./begin-arrival.ts";
import { endArrival } from "./end-arrival.ts";
import { readMetadata, requireLength } from "./read-metadata.ts";
import { receiveBytes } from "./receive-bytes.ts";

export type UploadsOptions = {
  deps: Deps;
  createContext(request: FastifyRequest, reply: FastifyReply): Promise<MemberContext>;
};

/** Four full batches of 25 files in ten minutes, for one member. */
const rate = { most: 100, seconds: 600 };

const protocol = "1.0.0";
const bytesType = "application/offset+octet-stream";
type OneArrival = { Params: { arrivalId: string } };

/**
 * Files on their way here, by the tus protocol 1.0.0 (tus.io/protocols/resumable-upload) with creation, termination and
 * expiration: `POST /uploads` makes room, `PATCH` adds bytes where the file stands, `HEAD` says where that is, `DELETE` takes it
 * back. Who asks is looked at before a byte of a body is read. Where it is registered, the origin guard already stands.
 */
export function registerUploads(app: FastifyInstance, { deps, createContext }: UploadsOptions): void {
  void app.register(async (scope) => {
    const askers = new WeakMap<FastifyRequest, MemberActor>();
    const askerOf = (request: FastifyRequest): MemberActor => {
      const actor = askers.get(request);
      if (actor === undefined) throw new Refusal("session/required");
      return actor;
    };
    const arrivalOf = (request: FastifyRequest<OneArrival>): Promise<ArrivalRow> =>
      getOwnArrival(deps.db, askerOf(request).memberId, requireArrivalId(request.params.arrivalId));

    scope.removeAllContentTypeParsers();
    // The stream itself: the api holds one part of a file at a time.
    scope.addContentTypeParser(bytesType, (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof Refusal) return answerRefusal(reply, error);
      throw error;
    });
    scope.addHook("onRequest", async (request, reply) => {
      reply.headers({ "tus-resumable": protocol, "cache-control": "no-store" });
      if (request.method === "OPTIONS") return;
      if (request.headers["tus-resumable"] !== protocol)
        return reply
          .code(412)
          .header("tus-version", protocol)
          .send({ message: `This speaks tus ${protocol}.` });
      const { actor } = await createContext(request, reply);
      if (actor === null) throw new Refusal("session/required");
      askers.set(request, actor);
    });

    scope.options("/uploads", async (_request, reply) =>
      reply.code(204).headers({ "tus-version": protocol, "tus-extension": "creation,termination,expiration" }).send(),
    );
    scope.post("/uploads", async (request, reply) => {
      const actor = askerOf(request);
      const bytes = requireLength(request.headers["upload-length"]);
      const { filename = "", filetype } = readMetadata(request.headers["upload-metadata"]);
      refuseType(filetype);
      await countTry(deps.db, `uploads.add:${actor.storefront}:${actor.memberId}`, rate);
      const arrival = await beginArrival(deps, actor, { fileName: filename, bytes });
      return describe(reply, arrival).header("location", `/uploads/${arrival.id}`).code(201).send();
    });
    scope.head<OneArrival>("/uploads/:arrivalId", async (request, reply) => {
      const arrival = await arrivalOf(request);
      return describe(reply, arrival).header("upload-length", arrival.bytes).code(200).send();
    });
    scope.patch<OneArrival>("/uploads/:arrivalId", async (request, reply) => {
      const arrival = await arrivalOf(request);
      if (requireLength(request.headers["upload-offset"]) !== arrival.received) throw new Refusal("upload/out-of-step");
      const received = await receiveBytes(deps, arrival, request.body as Readable);
      return describe(reply, { ...arrival, received })
        .code(204)
        .send();
    });
    scope.delete<OneArrival>("/uploads/:arrivalId", async (request, reply) => {
      await endArrival(deps, (await arrivalOf(request)).id);
      return reply.code(204).send();
    });
  });
}

function describe(reply: FastifyReply, { received, keepUntil }: Pick<ArrivalRow, "received" | "keepUntil">) {
  return reply.headers({ "upload-offset": received, "upload-expires": keepUntil.toUTCString() });
}

function requireArrivalId(text: string): ArrivalId {
  if (!isId("arrival", text)) throw new Refusal("thing/not-found", { thing: "arrival" });
  return text;
}
