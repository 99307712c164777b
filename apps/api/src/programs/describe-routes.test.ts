import { createConfig, lintFromString } from "@redocly/openapi-core";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestProgram, testProgram } from "../testing/test-program.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { describeRoutes } from "./describe-routes.ts";

let studio: TestStudio;
let program: TestProgram;

beforeAll(async () => {
  studio = await testStudio();
  program = await testProgram(studio);
});
afterAll(async () => {
  await program.close();
  await studio.deps.close();
});

const describe = async () => (await program.app.inject({ url: "/v1/openapi.json" })).json();

it("is described in OpenAPI that a linter has nothing to say of, and that anybody may read", async () => {
  const config = await createConfig({ extends: ["recommended"], rules: { "info-license": "off" } });
  const problems = await lintFromString({ source: JSON.stringify(await describe()), config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
});

it("describes every route there is, with what it answers when it does not work", async () => {
  const { paths } = await describe();
  const operations = Object.values<Record<string, { operationId: string; responses: object }>>(paths).flatMap((path) =>
    Object.values(path),
  );
  const ids = operations.map(({ operationId }) => operationId);
  expect(ids).toEqual(expect.arrayContaining(["createImage", "createGeneration", "watchGeneration", "getUsage"]));
  for (const { operationId, responses } of operations) expect(Object.keys(responses), operationId).toContain("4XX");
  const nameless = Fastify();
  await nameless.register(async (app) => {
    await describeRoutes(app);
    expect(() => app.get("/nameless", async () => ({}))).toThrow("/nameless has no operationId");
  });
});
