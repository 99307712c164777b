import { themeBoot } from "@covenant/ui/theme-boot-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { type BuildOptions, defineConfig, type Plugin } from "vite";
import { demoPlaces } from "./server/env.ts";

const api = process.env.API_URL ?? "http://127.0.0.1:4000";

/** What `server/server.ts` writes into the page it serves, under `pnpm dev`. */
function demoMeta(): Plugin {
  const tags = Object.entries(demoPlaces).map(([name, content]) => ({ tag: "meta", attrs: { name, content } }));
  return { name: "demo-meta", apply: "serve", transformIndexHtml: () => tags };
}

const browserBuild: BuildOptions = {
  outDir: "dist/client",
  target: "es2022",
  assetsInlineLimit: 0,
  manifest: true,
  // Every browser that knows `light-dark()` knows module preloads.
  modulePreload: { polyfill: false },
  rolldownOptions: {
    output: {
      // The entry lists every chunk for preloading; without their names it is half a kilobyte shorter on each page.
      chunkFileNames: "assets/[hash].js",
      codeSplitting: {
        groups: [
          // What only forms and studios need would otherwise be merged into the chunk that every page loads.
          { name: "schemas", test: /node_modules.zod/ },
          // What every page loads and what seldom changes: one file packs better than several.
          {
            name: "base",
            test: /node_modules.(react|react-dom|@tanstack.react-router|@trpc.client|@trpc.tanstack-react-query)\//,
          },
          // What every public page is laid out with: files of a few hundred bytes each pack badly.
          {
            name: "frame",
            test: /ui.src.(Card|PageHeader|Navigation|button-style|classes)\.tsx?$|shell.(PageBody|AppFrame|Footer|VisitorCorner|use-storefront|navigation)\.tsx?$|format-amount\.ts$/,
          },
        ],
      },
    },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tanstackRouter(),
    react(),
    tailwindcss(),
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
    themeBoot(),
    demoMeta(),
  ],
  server: {
    port: 4100,
    strictPort: true,
    allowedHosts: [".localhost"],
    // The short form would send the api's own host in place of the storefront's.
    proxy: {
      "/trpc": { target: api },
      "/uploads": { target: api },
      "/statements": { target: api },
      "/.well-known/jwks.json": { target: api },
      "/v1": { target: api },
    },
  },
  build: isSsrBuild ? {} : browserBuild,
  ssr: { noExternal: true },
}));
