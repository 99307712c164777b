import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { parseForm } from "../../form.ts";
import { type Fields, fieldsOf, textsOf } from "../../record.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { answerOnce } from "./answer-once.ts";
import { expand } from "./expand.ts";

/** What a handler is given: the parameters without `expand`, the id of the path, and the path itself. */
export type Call = { fields: Fields; id: string; path: string };

/** The address table of one noun. Reads are answered each time; writes and deletions once per idempotency key. */
export type ApiRoutes = {
  get(path: string, answer: (call: Call) => object): void;
  post(path: string, answer: (call: Call) => object): void;
  delete(path: string, answer: (call: Call) => object): void;
};

type ById = { Params: { id: string } };
type Asked = FastifyRequest<ById>;

/** Routes under `/v1` whose answers are expanded as asked. */
export function apiRoutes(server: FastifyInstance, room: StripeRoom): ApiRoutes {
  const answered = (request: Asked, fields: Fields, answer: (call: Call) => object) => {
    const { expand: paths, ...parameters } = fields;
    const call = { fields: parameters, id: request.params.id, path: request.url.split("?")[0] ?? "" };
    return expand(room.books, answer(call), textsOf(paths));
  };
  const write = (answer: (call: Call) => object) => async (request: Asked, reply: FastifyReply) =>
    answerOnce(room, request, reply, () =>
      answered(request, { ...queryOf(request), ...fieldsOf(request.body) }, answer),
    );
  return {
    get: (path, answer) => server.get<ById>(path, async (request) => answered(request, queryOf(request), answer)),
    post: (path, answer) => server.post<ById>(path, write(answer)),
    delete: (path, answer) => server.delete<ById>(path, write(answer)),
  };
}

function queryOf(request: FastifyRequest): Fields {
  return parseForm(request.url.split("?")[1] ?? "");
}
