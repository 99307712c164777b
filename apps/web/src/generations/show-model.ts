import {
  AmbientLight,
  Box3,
  DirectionalLight,
  Mesh,
  type Object3D,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";

export type SceneLook = "textured" | "wireframe";

export type ModelScene = {
  /** Answers the number of triangles once the model is shown. */
  ready: Promise<number>;
  turn(steps: number): void;
  /** Multiplies the distance. */
  zoom(factor: number): void;
  setLook(look: SceneLook): void;
  close(): void;
};

const turnStep = Math.PI / 8;

/** Shows a GLB inside an element. It draws only when something changed, so an idle page costs nothing. */
export function showModel(element: HTMLElement, url: string): ModelScene {
  const renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true });
  renderer.outputColorSpace = SRGBColorSpace;
  element.append(renderer.domElement);
  const scene = lit(new Scene());
  const camera = new PerspectiveCamera(40, 1, 0.01, 100);
  camera.position.set(0.6, 0.5, 2.2);
  const controls = new OrbitControls(camera, renderer.domElement);
  const draw = () => renderer.render(scene, camera);
  controls.addEventListener("change", draw);
  const resizing = new ResizeObserver(() => {
    renderer.setSize(element.clientWidth, element.clientHeight);
    camera.aspect = element.clientWidth / Math.max(1, element.clientHeight);
    camera.updateProjectionMatrix();
    draw();
  });
  resizing.observe(element);

  const ready = new GLTFLoader().loadAsync(url).then(({ scene: model }) => {
    scene.add(centred(model));
    draw();
    return trianglesOf(model);
  });
  return {
    ready,
    turn(steps) {
      camera.position.applyAxisAngle(new Vector3(0, 1, 0), steps * turnStep);
      controls.update();
      draw();
    },
    zoom(factor) {
      camera.position.multiplyScalar(factor);
      controls.update();
      draw();
    },
    setLook(look) {
      forEachMaterial(scene, (material) => {
        if ("wireframe" in material) material.wireframe = look === "wireframe";
      });
      draw();
    },
    close() {
      resizing.disconnect();
      controls.dispose();
      renderer.dispose();
      renderer.domElement.remove();
    },
  };
}

function lit(scene: Scene): Scene {
  const key = new DirectionalLight(0xffffff, 2);
  key.position.set(2, 3, 4);
  return scene.add(new AmbientLight(0xffffff, 1.6), key);
}

/** Moved to the middle and scaled to one unit, whatever size its maker chose. */
function centred(model: Object3D): Object3D {
  const box = new Box3().setFromObject(model);
  const size = box.getSize(new Vector3());
  const scale = 1.4 / Math.max(size.x, size.y, size.z, 1e-6);
  model.scale.setScalar(scale);
  model.position.copy(box.getCenter(new Vector3()).multiplyScalar(-scale));
  return model;
}

function trianglesOf(model: Object3D): number {
  let triangles = 0;
  model.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    const { index, attributes } = part.geometry;
    triangles += Math.floor((index?.count ?? attributes.position.count) / 3);
  });
  return triangles;
}

function forEachMaterial(scene: Scene, change: (material: object & { wireframe?: boolean }) => void): void {
  scene.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    for (const material of [part.material].flat()) change(material);
  });
}
