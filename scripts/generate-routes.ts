import { Generator, getConfig } from "@tanstack/router-generator";

// Writes the route tree of the app in whose folder it runs, by its tsr.config.json; its Vite plugin writes the same.
const root = process.cwd();
await new Generator({ config: getConfig({}, root), root }).run();
