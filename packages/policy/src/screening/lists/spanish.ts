import { writeList } from "./write-list.ts";

/** A start in Spanish, of what may stand readable here. */
export const spanish = writeList(
  "built-in-es",
  "es",
  {
    "intimate-imagery": "desnúdala, desnúdalo, quítale la ropa, quitarle la ropa, sin su ropa | sin su permiso",
    sexual:
      "foto desnuda, fotos desnudas, completamente desnuda, completamente desnudo, totalmente desnuda, escena de sexo, relaciones sexuales | erótico, erótica, eróticas, eróticos, erotismo",
    deepfake: "desnudo falso, desnudos falsos, ultrafalso | intercambio de caras, cambiar la cara",
    hate: "raza superior, raza inferior, subhumanos, subhumano | caricatura racista, racista, antisemita",
    violence:
      "decapitación, decapitado, decapitada, cabeza cortada, cuerpo desmembrado, descuartizado, descuartizada, cuerpo mutilado, destripado, destripada | baño de sangre, mutilado, mutilada",
    illegal:
      "bomba casera, dinero falso, billetes falsos, pasaporte falso, carnet falso, fabricar una bomba, tarjeta robada",
    infringement:
      "quitar la marca de agua, eliminar la marca de agua, borrar la marca de agua, bolso falsificado, copia pirata | falsificación",
    minor:
      "niño, niña, niños, niñas, bebé, bebés, menor de edad, menores de edad, colegiala, colegialas, niñita, niñito, adolescente, adolescentes | chico, chica, muchacha",
    "real-person":
      "mi ex, mi compañera, mi vecina, mi profesora, mi jefa, mi hermana, famosa, famoso, celebridad, celebridades, actriz, cantante, político, política, presidente, presidenta, ministro, ministra",
    person: "mujer, mujeres, hombre, hombres, chica, chicas, señora, dama, persona, personas, pareja, novia, esposa",
    nakedness: "desnuda, desnudo, desnudas, desnudos, sin ropa, en cueros",
    "exposing-verb": "desnudar, desnudando, desvestir, desvistiendo, desvestida, en ropa interior",
    "deceptive-verb":
      "entrevista falsa, discurso falso, confesión falsa, foto falsa, video falso, vídeo falso, hacerse pasar por, engañar a los votantes, hacer creer que",
    hostility: "maten a todos, matar a todos, muerte a los, exterminar, alimañas, son parásitos, son animales",
    "protected-group":
      "judíos, musulmanes, árabes, negros, inmigrantes, migrantes, refugiados, extranjeros, homosexuales, gays, lesbianas, gitanos, discapacitados",
    making: "cómo hacer, cómo fabricar, cómo construir, receta para, instrucciones para",
    art: "pintura de, cuadro de, estatua, mármol, escultura, museo, de goya, de murillo, de velázquez",
    weapon: "bomba, bombas, explosivo, explosivos, granada, gas nervioso, cóctel molotov",
  },
  "pies desnudos, pie desnudo, árbol desnudo, árboles desnudos, a ojo desnudo, manos desnudas, bomba de agua, bomba de baño, granada fruta, zumo de granada, bomba de {crema/chocolate/aire/calor}, bombas de crema",
);
