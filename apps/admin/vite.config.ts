import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = process.env.API_URL ?? "http://127.0.0.1:4000";

/** The theme is set before first paint by a file of its own, since the content policy allows no inline script. */
function themeBoot(): Plugin {
  const source = readFileSync(fileURLToPath(import.meta.resolve("@covenant/ui/theme-boot.js")), "utf8");
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

export default defineConfig({
  plugins: [
    tanstackRouter(),
    react(),
    tailwindcss(),
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
    themeBoot(),
  ],
  server: {
    port: 4200,
    strictPort: true,
    allowedHosts: [".localhost"],
    proxy: { "/trpc": { target: api, rewrite: (path) => `/staff${path}` } },
  },
  build: { target: "es2022", assetsInlineLimit: 0, manifest: true },
});
