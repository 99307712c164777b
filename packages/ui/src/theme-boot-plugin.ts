import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The theme is set before first paint by a file of its own, since the content policy allows no inline script. */
export function themeBoot(): Plugin {
  const source = readFileSync(fileURLToPath(new URL("./theme-boot.js", import.meta.url)), "utf8");
  return {
    name: "theme-boot",
    configureServer: (server) => {
      server.middlewares.use("/theme-boot.js", (_request, response) => {
        response.setHeader("content-type", "text/javascript");
        response.end(source);
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "theme-boot.js", source });
    },
  };
}
