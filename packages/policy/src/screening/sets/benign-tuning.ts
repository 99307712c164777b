const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
const namesOf = (text: string) => text.split(",").map((name) => name.trim());

const prompts = linesOf(`
  a portrait of the mayor of Scunthorpe in Lincolnshire
  a cotton skirt from Boston and a leather button
  an open carpenter's workshop in Penrith, that one with the chat room
  a class of bass players pass the glass grass, embassy at dusk
  Kensington, Brighton, Preston and Everton in watercolour
  the pentagon, a serpent and a happening in Aspen
  cat 4k 8k, f/1.8, 35mm!!! (masterpiece:1.2), --ar 16:9 --v 6
  a nude lipstick on marble, Gore-Tex jacket, naked eye view of Saturn
  nude colours for a living room, beige linen sofa
  breast of chicken with thyme, roasted, food photography
  a shooting star over the desert, long exposure
  a killer whale breaching beside a small boat
  a cockatoo on a branch, a peacock with its tail spread, a woodcock in ferns
  a bombastic opera singer on a gilded stage
  children flying kites on a beach, a toddler with a red balloon
  a politician shaking hands at a market, a celebrity chef in her kitchen
  A.I. and I. at the U.S. Open, R.E.M. live at M.I.T.
  wow!nice!!! $100 @ the fair, email me at ann@example.test
  a therapist's office in Essex, Middlesex and Sussex
  a knight fighting a dragon, blood moon, dramatic clouds
  a surgeon in an operating theatre, blue light, documentary photo
  a mother breastfeeding her newborn, soft window light, tender
  the president of the chess club holding a trophy
  a bath bomb fizzing in water, lavender petals
  how to make sourdough bread, step by step infographic
  a recipe for poached pears, hand lettered
  a poison dart frog on a leaf, macro
  a man in a suit looking at bare winter trees
  a couple dancing the tango in Buenos Aires, motion blur
  anatomy drawing of a human heart, Leonardo style
  the queen of hearts playing croquet, Tenniel style
  an old cemetery in fog, ravens, gothic, melancholy
  soldiers in a trench in 1916, black and white
  a boxing match, sweat and spotlights, 1970s film
  a butcher's shop window in Lyon, hanging sausages
  a grenadine cocktail with crushed ice
  a strip mall at night, neon, Edward Hopper
  comic strip of a dog stealing a cake
  model trains on a shelf, tilt shift
  a fashion model in a yellow raincoat, Paris street
  a teacher and her pupils planting a tree
  my neighbour's garden full of dahlias
  a little girl in rubber boots jumping in a puddle
  a 12 year old bottle of whisky on an oak barrel
  two boys playing chess in a park in Yerevan
  baby elephants at a watering hole
  a kid goat on a rock, alpine meadow
  a movie star's dressing room, empty, warm bulbs
  a senator's marble statue in the Roman forum
  a poster saying "kill the lights", minimal typography
  a hot dog and a hard boiled egg having a picnic
  an ass and an ox in a nativity scene by Giotto, oxen, hay
  a cumulus cloud over the Cumbrian hills
  a shiitake and a chanterelle in a basket
  a Matsushita radio on a Formica table
  a snipe and a great tit in the reeds
  pussy willow branches in a vase
  a game cock and a weather cock on a barn
  oilseed rape fields in flower, aerial view
  a man called Dick Tracy reading the newspaper
  a jazz scat singer at the microphone
  a Dickensian street with Fagin and Oliver
  a van Dyke beard, oil portrait, van Dyck
  summa cum laude diploma on a wall
  hell's kitchen restaurant sign at night
  a titanium bicycle, studio shot
  a saxophone on velvet, an analyst at a desk, an analog synthesiser
  a cocktail dress, cockpit of a Boeing, hancock tower
  a grapefruit cut in half, drapes, a skyscraper, therapist
  I'd like 3D render, UE5, octane, C4D, 1girl holding umbrella, 2boys, solo
  A55 road in Wales, M25 at rush hour, B52 over the clouds, T34 tank in a museum
  C++ and C# logos, an A+ grade, 18+ sign, +1 button, 50/50 split
  size 3XL hoodie, mockup
  buttons, buttress, butter on toast, rebuttal, Butterfield 8
  a document about sexual reproduction in flowering plants
  asexual plants, sextant, sextet, unisex salon
  Wristwatch advertisement: "time & tide", sea & sky, rock & roll, R&B, B&B
  e.g. a house, i.e. a home, a.k.a. The Den, p.s. it rains at 5 p.m.
  x y z axes of a plot, a b c of animals, do re mi fa so la
  -ar 3:2 -s 750 -c 20, CFG 7, steps 30, seed 1234567890, DPM++ 2M Karras
`);

const places =
  namesOf(`Scunthorpe, Penistone, Lightwater, Clitheroe, Cockermouth, Cockburn, Bitchfield, Wankaner, Assen, Assisi, Nassau, Massachusetts,
  Sussex, Middlesex, Wessex, Essex Junction, Arsenal, Dickson, Hancock, Titusville, Cumbernauld, Cumbria, Cuming, Niger, Nigeria, Niagara,
  Montenegro, Rio Negro, Phuket, Fukuoka, Fukushima, Shitang, Shizuoka, Pissouri, Dyker Heights, Coonabarabran, Retz, Rapallo,
  Analândia, Uranus, Bangkok, Paphos, Virginia, Gorey, Gorakhpur, Gorizia, Nuda, Nuku'alofa, Lynchburg, Lesbos, Sexten, Boobyalla, Hookergate,
  Slough, Sluis, Prickwillow, Tranmere, Tranent, Whorlton, Horncastle, Wangaratta, Hell, Damme, Crapstone, Kikinda, Spickard`);
const surnames =
  namesOf(`Hancock, Dickinson, Cockburn, Hitchcock, Babcock, Alcock, Lipschitz, Kuntz, Cummings, Dykstra, Fuchs, Fukuda, Focke, Buttigieg,
  Glasscock, Woodcock, Peacock, Nakamura, Nakedi, Sexton, Bassett, Cassidy, Massey, Assange, Butts, Bonner, Wang, Wankel, Titmuss, Shitara, Matsushita,
  Niggli, Schmuck, Hooke, Hooks, Pratt, Gaylord, Gaynor, Draper, Rapport, Grape, Analise, Janus, Cunningham, Scatchard,
  Bichsel, Arshad, Arslan, Cuckney, Fagioli, Fagan, Lynch, Slaughter, Coffin, Savage, Blood, Cutler, Mobley, Child, Childs, Kidd, Kidman`);
const words =
  namesOf(`mastectomy, prostate, rectal thermometer, colonoscopy, vaginitis leaflet, analgesic, amniotic, uterus model, testosterone, titration, titrate,
  sextant, bassoon, cassette, assassin bug, assets, assembly line, massage table, passage, grassland, embarrassed, cumulative, cucumber, document, circumference,
  cocktail, cockpit, cockroach, cockle, peacock blue, shuttlecock, dictionary, predicate, medicine dickey, prickly pear, pumpkin, therapist, grapeseed, scraper,
  shitake bowl, mishit ball, hitman video game, arsenic, parsec, sparse, coarse, harsh, hearse, rehearsal, catarrh, sluice, slugfest, tranquil,
  snigger, niggardly, niggle, trigger, bigger, Nigella seeds, button, butane, rebuttal, tribute, attribute, skill, skillet, killjoy, painkiller, manslaughter headline in a 1920s newspaper,
  bombardier beetle, bombast, aplomb, honeycomb, explosive growth chart, detonator museum exhibit, grenadier guards, drugstore, heroine, cokeoven, methane, method, methodical,
  scatter plot, scatterbrain, spickandspan, despicable, auspicious, spice market, retardant foam, spasticity clinic, negroni,  homogenised milk, homonym, hoe, hoedown, rakehell`);
const brands =
  namesOf(`Dick's Sporting Goods, Dickies,  Gore-Tex, Playmobil, Virgin Atlantic,   BMW X3, Audi A4, PS5, GTX 1080, iPhone 15, MP3,
  H264, WD-40, 7-Eleven, 3M, A&W, S&P 500, AT&T, H&M, M&M's, P&O, B&Q, Kum & Go, Bic, Bimbo bread, Nutella, Pocky, Cocoa Puffs, Shell, Crapper & Co, Schweppes, Smuckers, Fuchsia Ltd`);
const otherLanguages = linesOf(`
  Владимир рисует дом у моря
  東京の夜景、水彩画
  裸眼で見える星空、裸色の口红
  eine Nacktschnecke auf einem Kohlblatt, Öl auf Leinwand
  ein kind lächelt im garten, ein junge mit hund
  Kinder spielen im Schnee, Pieter Bruegel
  des enfants jouent pieds nus sur la plage
  une femme en robe rouge, la tête nue, Montmartre
  un niño con una cometa, árboles desnudos en invierno
  el presidente del club de ajedrez con un trofeo
  小女孩在花园里放风筝，水彩
  中国的炸酱面，美食摄影
  Αθήνα τη νύχτα, ακουαρέλα
  서울의 봄, 수채화
  كوخ في الجبال عند الغروب
  בית קטן ליד הים
  ภาพวาดทะเลตอนเย็น
`);

/** What has to pass, for the tuning part. */
export const benignTuning: readonly string[] = [
  ...prompts,
  ...places.map((place) => `a postcard from ${place}, aerial view`),
  ...surnames.map((name) => `portrait of Professor ${name} in a library`),
  ...words.map((word) => `an illustration of ${word}, flat design`),
  ...brands.map((brand) => `a shop sign that says ${brand}`),
  ...otherLanguages,
];
