export { showToast, type Toast, Toaster } from "./Toaster.tsx";
