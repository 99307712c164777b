import { writeList } from "./write-list.ts";

/** A start in Spanish, of what may stand readable here. */
export const spanish = writeList(
  "built-in-es",
  "es",
  {
    "intimate-imagery":
      "desnúdala, desnúdalo, quítale la ropa, quitarle la ropa, sin su ropa, {desnuda/desviste/desnudar/desvestir} a {la/esta/mi} {mujer/chica/persona/señora/novia/vecina}, {quita/quítale/quitarle/quitar/elimina/eliminar/borra} {la/su/toda la} ropa, {debajo/por debajo} de su {falda/vestido}, a través de su ropa | sin su permiso, sin su consentimiento",
    sexual:
      "foto desnuda, fotos desnudas, completamente desnuda, completamente desnudo, totalmente desnuda, escena de sexo, relaciones sexuales, striptease, pornográfico, pornográfica, pornográficas | erótico, erótica, eróticas, eróticos, erotismo, sin censura",
    deepfake: "desnudo falso, desnudos falsos, ultrafalso | intercambio de caras, cambiar la cara",
    hate: "raza superior, raza inferior, subhumanos, subhumano, saludo {nazi/hitleriano}, supremacismo blanco, el holocausto {es mentira/nunca existió/nunca ocurrió} | caricatura racista, racista, antisemita, esvástica, esvásticas",
    violence:
      "decapitación, decapitado, decapitada, cabeza cortada, cuerpo desmembrado, descuartizado, descuartizada, cuerpo mutilado, destripado, destripada, escena de tortura, escenas de tortura, {cadáver/cuerpo/cuerpos} {mutilado/mutilados/desmembrado/desmembrados/descuartizado}, autolesión, autolesiones, película snuff, tiroteo escolar, {tripas/vísceras} fuera | baño de sangre, mutilado, mutilada, escena de ejecución",
    illegal:
      "bomba casera, dinero falso, billetes falsos, pasaporte falso, carnet falso, fabricar una bomba, tarjeta robada",
    infringement:
      "quitar la marca de agua, eliminar la marca de agua, borrar la marca de agua, bolso falsificado, copia pirata | falsificación",
    minor:
      "niño, niña, niños, niñas, bebé, bebés, menor de edad, menores de edad, colegiala, colegialas, niñita, niñito, adolescente, adolescentes, {de/tiene/con} {1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/dos/tres/cuatro/cinco/seis/siete/ocho/nueve/diez/once/doce/trece/catorce/quince/dieciséis/diecisiete} años, {alumno/alumna/alumnos/alumnas} de {primaria/infantil/secundaria}, sobrinita, sobrinito, hermanita, hermanito, {mi/su} {sobrina/sobrino/hija/nieta} | chico, chica, muchacha, sobrina, sobrino, alumna, alumno",
    "real-person":
      "mi ex, mi compañera, mi vecina, mi profesora, mi jefa, mi hermana, famosa, famoso, celebridad, celebridades, actriz, cantante, político, política, presidente, presidenta, ministro, ministra, mi {exnovia/exnovio/exmujer/ex novia/amiga/prima/novia/suegra/cuñada/vecino/jefe/profesor}, {mujer/chica/hombre/persona} de {esta/la} foto",
    person: "mujer, mujeres, hombre, hombres, chica, chicas, señora, dama, persona, personas, pareja, novia, esposa",
    nakedness: "desnuda, desnudo, desnudas, desnudos, sin ropa, en cueros",
    "exposing-verb": "desnudar, desnudando, desvestir, desvistiendo, desvestida, en ropa interior",
    "deceptive-verb":
      "entrevista falsa, discurso falso, confesión falsa, foto falsa, video falso, vídeo falso, hacerse pasar por, engañar a los votantes, hacer creer que, {foto/imagen/vídeo/video/audio} {trucada/trucado/manipulada/manipulado/falsificada/falsificado}, {noticia/imagen/prueba/detención} falsa, para {engañar/hacer creer}, {imitar/clonar} {su/la} voz",
    hostility:
      "maten a todos, matar a todos, muerte a los, exterminar, alimañas, son parásitos, son animales, son {alimañas/ratas/escoria/basura/infrahumanos/cucarachas/perros/una plaga}, fuera los, fuera las, fuera de españa, {vuelvan/váyanse/lárguense} a su país, deben {morir/ser expulsados/ser exterminados/desaparecer}, prohibida la entrada a, expulsar a todos",
    "protected-group":
      "judíos, musulmanes, árabes, negros, inmigrantes, migrantes, refugiados, extranjeros, homosexuales, gays, lesbianas, gitanos, discapacitados",
    making: "cómo hacer, cómo fabricar, cómo construir, receta para, instrucciones para",
    art: "pintura de, cuadro de, estatua, mármol, escultura, museo, de goya, de murillo, de velázquez",
    harm: "apuñalado, apuñalar, estrangulado, estrangular, torturado, torturar, degollado, degollar, ahorcado, ejecutado, asesinado, desollado, decapitar, mutilar, desmembrar",
    trade: "vender, vendo, vende, se vende, venta de, tráfico de",
    drug: "cocaína, heroína, metanfetamina, éxtasis, lsd, ketamina, fentanilo, droga",
    forging: "falso, falsa, falsos, falsas, falsificar, falsificado, falsificada, falsificados",
    document:
      "pasaporte, pasaportes, documento de identidad, dni, carnet de conducir, licencia de conducir, acta de nacimiento, receta médica, billetes, certificado médico, certificado de vacunación, visado, extracto bancario",
    removal: "quita, quitar, elimina, eliminar, borra, borrar",
    watermark: "marca de agua, marcas de agua, aviso de copyright, firma del artista",
    imitation:
      "falsificado, falsificada, falsificados, falsificadas, copia {exacta/idéntica} | copia, réplica, imitación, falso, falsa",
    resale: "para {vender/la venta/mi tienda}, en venta, que {pueda/puedo} vender, sin licencia",
    weapon: "bomba, bombas, explosivo, explosivos, granada, gas nervioso, cóctel molotov",
  },
  "pies desnudos, pie desnudo, árbol desnudo, árboles desnudos, a ojo desnudo, manos desnudas, bomba de agua, bomba de baño, granada fruta, zumo de granada, bomba de {crema/chocolate/aire/calor}, bombas de crema",
);
