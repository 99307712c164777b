import type { StaffId } from "@covenant/domain";
import type { FastifyInstance, InjectOptions } from "fastify";
import { buildServer } from "../http/build-server.ts";
import { startMemberSession } from "../sessions/member-session.ts";
import { startStaffSession } from "../sessions/staff-session.ts";
import type { TestDeps } from "./test-deps.ts";

/** Host names that the listener answers at, as browsers send them. */
export const hosts = {
  "image-ai-run": "image-ai-run.localhost:4100",
  apimodels: "apimodels.localhost:4100",
  modelmyimage: "modelmyimage.localhost:4100",
  staff: "admin.localhost:4200",
} as const;

export type Visit = {
  host?: string;
  cookie?: string | null;
  headers?: Record<string, string>;
  /** `/trpc` for members, `/staff/trpc` for staff. */
  prefix?: string;
};

/** One answer: the status that counts, the body without the id of its request, and both as they came. */
export type Answer = { status: number; said: string; body: string; headers: Record<string, unknown> };

export type TestSite = {
  readonly app: FastifyInstance;
  query(path: string, input?: unknown, visit?: Visit): Promise<Answer>;
  mutate(path: string, input?: unknown, visit?: Visit): Promise<Answer>;
  send(options: InjectOptions & Visit): Promise<Answer>;
  memberCookie(memberId: Parameters<typeof startMemberSession>[1]): Promise<string>;
  staffCookie(staffId: StaffId): Promise<string>;
};

/** The whole public listener over test deps, asked as our own pages ask it. */
export async function testSite(deps: TestDeps): Promise<TestSite> {
  const app = await buildServer(deps);
  const send: TestSite["send"] = async ({ host = hosts["image-ai-run"], cookie = null, headers, ...options }) => {
    const response = await app.inject({
      ...options,
      headers: { host, ...(cookie === null ? {} : { cookie }), ...headers },
    });
    const { statusCode: status, body } = response;
    return { status, body, said: withoutRequestId(body), headers: response.headers };
  };
  return {
    app,
    send,
    query: (path, input, { prefix = "/trpc", ...visit } = {}) => {
      const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return send({ method: "GET", url: `${prefix}/${path}${query}`, ...visit });
    },
    mutate: (path, input, { prefix = "/trpc", headers, ...visit } = {}) =>
      send({
        method: "POST",
        url: `${prefix}/${path}`,
        ...visit,
        headers: { "content-type": "application/json", "x-covenant": "1", ...headers },
        payload: JSON.stringify(input ?? {}),
      }),
    memberCookie: async (memberId) => pairOf(await startMemberSession(deps.db, memberId, "")),
    staffCookie: async (staffId) => pairOf(await startStaffSession(deps.db, staffId, "")),
  };
}

const pairOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

function withoutRequestId(body: string): string {
  return body.replaceAll(/"requestId":"[0-9a-f-]{36}"/g, '"requestId":"…"');
}
