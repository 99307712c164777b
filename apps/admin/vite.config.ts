import { themeBoot } from "@covenant/ui/theme-boot-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env.API_URL ?? "http://127.0.0.1:4000";

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
