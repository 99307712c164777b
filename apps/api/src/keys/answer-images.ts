import type { GenerationView } from "@covenant/domain";
import { readArtifact } from "../artifacts/read-artifact.ts";
import type { Deps } from "../deps.ts";
import type { ImagesRequest } from "./images-request.ts";
import { statusOfCall } from "./status-of-call.ts";

/** The end of a generation in the shape of OpenAI's images API, with what it cost under our own name. */
export async function answerImages(deps: Deps, view: GenerationView, { response_format }: ImagesRequest) {
  const covenant = {
    generation_id: view.id,
    state: view.state,
    credits: view.creditLines.filter((line) => line.kind === "captured").reduce((sum, line) => sum + line.credits, 0),
    credit_lines: view.creditLines.map((line) => line.sentence),
  };
  if (view.state !== "delivered") throw new CallEnded(view, covenant);
  const data = await Promise.all(
    view.artifacts.map(async ({ id, url }) =>
      response_format === "url" ? { url } : { b64_json: (await readArtifact(deps, id)).toString("base64") },
    ),
  );
  return { created: Math.floor(Date.parse(view.createdAt) / 1000), data, covenant };
}

/** A call whose generation did not end in files. Clauses and credits travel with the error. */
export class CallEnded extends Error {
  readonly statusCode: number;
  readonly view: GenerationView;
  readonly covenant: object;

  constructor(view: GenerationView, covenant: object) {
    super(view.sentence);
    this.statusCode = statusOfCall[view.state];
    this.view = view;
    this.covenant = covenant;
  }
}
