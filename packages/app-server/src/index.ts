export * from "./serve-app.ts";
