import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Node has it; the type library of the server does not declare it. */
declare const WebAssembly: {
  instantiate(program: Buffer, imports: Record<string, object>): Promise<{ instance: { exports: object } }>;
};

/** Opens Prisma's schema engine, in WebAssembly, behind an adapter. Nothing is downloaded and no other program runs. */
export async function openSchemaEngine(
  adapter: ReturnType<typeof bindMigrationAwareSqlAdapterFactory>,
): Promise<engine.SchemaEngine> {
  await loaded;
  return engine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}

/** Once a process: the program keeps its memory in its module, and a second load would pull it from under the first. */
const loaded = load();

async function load() {
  // Where the engine leaves its last words when it panics.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const program = readFileSync(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(program, { "./schema_engine_bg.js": { ...engine } });
  Reflect.get(engine, "__wbg_set_wasm")(instance.exports);
  Reflect.get(instance.exports, "__wbindgen_start")();
}
