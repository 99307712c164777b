import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { problemBody } from "./problem-schema.ts";

/**
 * Describes every route in OpenAPI 3.1, made of the schemas that hold it, at `GET /openapi.json`.
 * @throws Error at start, for a route that does not say what it is.
 */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Developer API",
        version: "1",
        description:
          "One key for every model. Images also in the shapes of OpenAI's API. Errors are problem details (RFC 9457).",
      },
      servers: [{ url: "/" }],
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.addHook("onRoute", (route) => {
    if (route.schema?.hide === true) return;
    if (route.schema?.operationId === undefined) throw new Error(`${route.url} has no operationId`);
    route.schema.response = { ...Object(route.schema.response), "4xx": problem, "5xx": problem };
  });
  app.get("/openapi.json", { schema: { hide: true } }, async () => withoutInputs(Object(app.swagger())));
}

/** Every named schema is answered, none is sent; the names of what would be sent are used by nothing. */
function withoutInputs(document: object): object {
  const components = "components" in document ? Object(document.components) : {};
  const schemas = Object.entries(Object(components.schemas)).filter(([name]) => !name.endsWith("Input"));
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

const problem = {
  description: "Why it did not happen, and what to change.",
  content: { "application/problem+json": { schema: problemBody } },
};
