import fastify, { type FastifyInstance } from "fastify";
import { serveAuthenticator } from "./authenticator/authenticator-routes.ts";
import { recordCalls } from "./calls/record-calls.ts";
import { serveFal } from "./fal/fal-routes.ts";
import { serveFaultControl } from "./faults/control-routes.ts";
import { readForms } from "./form.ts";
import { serveGemini } from "./gemini/gemini-routes.ts";
import { serveMeshy } from "./meshy/meshy-routes.ts";
import { readMultipart } from "./multipart.ts";
import { serveOpenai } from "./openai/openai-routes.ts";
import { defaultOptions, type SandboxOptions } from "./options.ts";
import { serveIndex } from "./pages/index-page.ts";
import { serveStyle } from "./pages/page.ts";
import { serveResend } from "./resend/resend-routes.ts";
import { serveStripe } from "./stripe/stripe-routes.ts";
import { createWorld, type World } from "./world.ts";

export type Sandbox = {
  /** Without a trailing slash. */
  url: string;
  port: number;
  /** Ends every run, delivery and connection. */
  close(): Promise<void>;
};

/** Photos travel inside JSON as `data:` addresses, a third larger than they are. */
const largestBody = 80 * 1024 * 1024;

/** Starts the outside world. Rejects when the port is taken. Port 0 takes a free one, which `url` then names. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const filled = { ...defaultOptions, ...options };
  const world = createWorld(filled);
  const server = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  });
  const resume = serveRooms(server, world);
  const bound = await server.listen({ port: filled.port, host: filled.host });
  world.bind(bound);
  resume();
  const port = Number(new URL(bound).port);
  return {
    url: world.publicUrl(),
    port,
    async close() {
      await world.background.close();
      await server.close();
    },
  };
}

/** Gives what is to be called once the sandbox has its address. */
function serveRooms(server: FastifyInstance, world: World): () => void {
  readForms(server);
  readMultipart(server);
  recordCalls(server, world);
  serveFaultControl(server, world);
  serveIndex(server, world);
  serveStyle(server);
  const resumeStripe = serveStripe(server, world);
  serveFal(server, world);
  serveOpenai(server, world);
  serveGemini(server, world);
  serveMeshy(server, world);
  serveResend(server, world);
  serveAuthenticator(server, world.options.totp);
  return resumeStripe;
}
