import { type Group, groups } from "../word-lists.ts";
import { innocent } from "./english-innocent.ts";
import { famousBrands } from "./famous-brands.ts";
import { publicFigures } from "./public-figures.ts";
import { writeList } from "./write-list.ts";

const years = Array.from({ length: 17 }, (_, before) => before + 1).join("/");
const spelledYears =
  "one/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve/thirteen/fourteen/fifteen/sixteen/seventeen";
const spans = "year old/year olds/years old/years of age";
const clothes = "clothes/clothing/dress/bra/underwear/panties";
const outerwear = "shirt/skirt/pants/bikini/swimsuit";
const someone = "her/him/them/this woman/the woman/this girl/the girl/this man/the man/this person/the person";
const picture = "photo/picture/image/upload/attached photo/attached picture/uploaded photo/uploaded picture";
const guns = "gun+/firearm+/pistol+/rifle+/gun receiver+";
const people =
  "jews/muslims/christians/immigrants/migrants/refugees/blacks/gays/foreigners/women/mexicans/arabs/asians";

const written: Partial<Record<Group, string>> = {
  "intimate-imagery": `nudify, undress her, undress him, remove her clothes, remove his clothes, take off her clothes,
    take her clothes off, see through her clothes, revenge porn, hidden camera in a changing room, without her consent,
    undress~ {${someone}}, strip~ {her/him/them} {naked/bare/nude}, strip~ {this/the} {woman/girl/man/person}, nudifier, nudified, nudifying,
    {remove/removing/erase/take off/taking off/strip off/rip off/tear off} {her/his/all her} {${clothes}}, {take/takes/taking} {her/his} {${clothes}} off,
    {remove/removing} all clothing, {remove/strip/take} {her/his/the} {clothes/clothing/dress} from, {take/takes/taking} her top off,
    {without/no} {her/his} {clothes/clothing} on, {see/seeing/look/looking/what she looks like} {through/under/beneath} {her/his} {clothes/dress/shirt/skirt},
    x ray {clothes/vision/view} {through/of} {her/his/their/the/a} {clothes/clothing/dress/body/shirt/woman/girl}, x ray clothes, {leaked/stolen/hacked} {nudes/nude+/naked photo+/private photo+/sex tape},
    upskirt, upskirts, upskirting, downblouse, creepshot+, revenge {nudes/photo+/pictures}, {spy/hidden} {cam/camera} in {her/the/a} {bedroom/bathroom/shower/locker room/changing room/toilet},
    replace {her/his} {${clothes}} with nothing
    | {remove/take off/rip off} {her/his} {${outerwear}}, without her clothes, without his clothes, without her knowing`,
  sexual: `striptease, strip tease, x rated, xxx rated, pornographic, nsfw, nudes, sexually explicit, explicit sexual, uncensored nude, fully nude, fully naked, completely naked,
    completely nude, stark naked, butt naked, full frontal, having sex, sex scene, sexual intercourse, sex act, oral sex,
    sexually suggestive nude, hardcore porn, {explicit/graphic} {sex/nudity}, {having/have/had/having rough} sex, {engage/engaged/engaging} in {sex/sexual acts}, rule 34, rule34, not safe for work, sex tape,
    sexual act+, sexual position+, lewd {pose+/act+/anime/photo+}
    | erotic, sensual nude, making love naked, seductive lingerie, spread her legs,
    {make/making/makes/made} love, love making, lewd, uncensored {woman+/girl+/photo+/anime/content}, {exposed/bare/naked/visible} {breast+/genital+/buttocks/crotch}, {an/his} erection, nudity, pole dancing without a bra,
    {showing/shows/show/exposing/exposes/baring/flashing} {her/his} {breast+/genitals/buttocks/chest/boobs}, {only/nothing but} a smile, {without/no} {bra/panties/underwear}, spread {on/across} {a/the} {bed/sofa}, provocative pose, {sexy/erotic/sensual} pose`,
  deepfake: `deepfake, deepfakes, deep fake, deep fakes, deepfaked, fake nude, fake nudes,
    {swap/swaps/swapped/swapping} {his/her/their/my/the} face with, {put/puts/paste/place/swap/graft} {his/her/their} face {on/onto/into}
    | face swap, faceswap, swap her face,
    {swap/replace/exchange} {his/their/the} face, face swapped, face swapping, voice clone, voice cloning, clone~ {his/her/their/the} voice`,
  hate: `ethnic cleansing is good, gas chamber joke, race traitor, race war now, racial purity, heil hitler, white supremacy poster,
    {white/black/jewish/muslim} {genocide now/extermination now}, kkk recruitment, kkk rally poster, white power {poster/banner/rally/march/logo},
    holocaust {was a/is a/was} {hoax/lie/myth/fake}, holocaust {never happened/denial}, {jews/the jews} {control/run/rule} the world, no {${people}} allowed, glorify~ {the reich/nazism/hitler/genocide}, nazi propaganda, gas the {${people}}, {${people}} {will not replace us}
    | hate symbol, racist caricature, master race, subhuman race,
    kkk, nazi salute`,
  violence: `{hang/hangs/hanging/hanged/kill/kills/killing/shoot/shoots/shooting} {himself/herself/themselves}, {shot/bullet} {to/through} the {head/face/skull},
    {execute~} {prisoner+/hostage+/civilian+/captive+}, graphic gore, extreme gore, blood and gore, gore scene, gory scene, gory death, gory corpse, beheading,
    behead, beheaded, decapitated head, decapitation, decapitated, disemboweled, disembowelled,
    dismembered, dismemberment, severed head, severed limbs, mutilated body, mutilated corpse, snuff film,
    torture scene, tortured to death, spilling guts, guts spilling out, exposed entrails, flayed alive, skinned alive,
    burned alive, mass shooting, school shooting, slit throat, slitting his throat, slitting her throat,
    behead~, decapitate~, eviscerated,
    {mutilate/mutilates/mutilating} {a/the/his/her/their} {body/corpse/victim/face}, snuff {video+/movie+/porn}, severed {hand+/arm+/leg+/foot/feet/finger+/limb+},
    {head/brain+/brains} {exploding/blown out/blown off/blown apart/splattered}, {cut/cutting/cuts/chopping/chop/sawing/hacking} off {his/her/their} {head/finger+/hand+/arm+/leg+/ear+}, {intestines/entrails/guts/organs/viscera} {visible/spilling/hanging out/exposed/everywhere},
    {skinned/flayed/boiled/eaten/sawn} alive, {cut/cutting/slit/slitting/slashing} {his/her/their/my/your/own} {wrist+/throat+}, {suicide/suicides} by, commit~ suicide, self harm, self mutilation, bloody execution, {public/graphic/gory} execution,
    impaled {body/bodies/corpse+/head+}, cannibal feast, {torn/ripped} {apart/limb from limb} by
    | gore,
    execution scene, cannibals eating, cannibal eating, mangled {body/bodies/corpse+}, blood {spraying/splattering/gushing}, {bone+/bones} sticking out, open wound, massacre of civilians`,
  illegal: `pipe bomb, fake passport, fake passports, forged passport, fake driving licence, fake driver's license, fake id card,
    counterfeit money, counterfeit bills, counterfeit banknotes, counterfeit currency, counterfeit passport, bomb making,
    bombmaking, stolen credit card, stolen credit cards, credit card skimmer, cook meth, cooking meth, meth lab, child labour camp,
    sell cocaine, selling cocaine, buy cocaine, sell heroin, human trafficking ad, phishing page, phishing email, hire a hitman,
    {3d printed/3d printable/ghost/untraceable/homemade} {${guns}}, improvised explosive device+, ied {wiring/diagram/plans/schematic}, {auto sear+/glock switch/glock switches}, launder~ {money/cash/funds/the money}, money laundering {guide/scheme/tutorial},
    {stolen/cloned/hacked} {card+/credit card+/debit card+/card numbers/bank accounts/passwords}, {credit card/card/atm/atms} {skimmer+/skimming}, skimming device+, phishing {site+/pages/email+/kit+/website+/login}, {fake/spoofed/cloned} {bank/paypal/login} {page+/site+/website+/login/login page+},
    hire~ a {killer/assassin/hit man}, {synthesis/cooking/production} of {meth/methamphetamine/mdma/fentanyl/heroin/sarin/ricin/nerve agent+}, ransomware {note+/design/kit+}, {write/code/build/create} {ransomware/malware}, how to {poison/murder/kill} {my/a/your/someone}, {murder for hire}
    | untraceable gun, ghost gun, forged signature,
    ied, printable {receiver+/firearm+/gun+}, {pick/picking} {a/the} lock to {burgle/rob/break/steal}, launder~ money, {dollar/euro/pound} bill front and back`,
  infringement: `remove the watermark, remove watermark, removing the watermark, without the watermark of, counterfeit handbag,
    counterfeit handbags, counterfeit logo, fake rolex, knockoff handbag, bootleg dvd, pirated movie, pirated copy, crack the drm,
    {watermark/watermarks} remover+, watermark removal, {pirate/pirated/pirating} {copy/copies/movie+/film+/software/game+/music/book+}, {counterfeit/bootleg/knockoff} {good+/product+/sneaker+/bag+/watch/watches/shoe+/merchandise}, {rip/rips/ripping} off {this/the/an} artist's
    | bootleg merchandise, knockoff brand,
    {copy/copying/trace/steal} {this/the/an} artist's {painting+/style exactly/work}, exact copy of {disney/pixar/marvel/nintendo}, {sell it/sell them/sold/pass it off} as {original+/the original/genuine/authentic}`,
  profanity: "damn, damned, goddamn, bloody hell, crap, crappy, arsehole, bugger off | arse, bugger, bastard",
  minor: `{in/from} {kindergarten/preschool/elementary school/primary school/grade school/middle school}, {third/fourth/fifth/sixth/seventh/eighth} grade,
    {looks/looking/appears/seems} {about/around/to be/barely} {8/9/10/11/12/13/14/15/16/17/eight/nine/ten/eleven/twelve/thirteen/fourteen/fifteen/sixteen/seventeen}, {is/are/looks/look/obviously/clearly/still} under {18/eighteen/16/sixteen}, child, children, toddler, toddlers, underage, underaged, under age, kiddo, kiddos, {looks/appears/seems} {10/11/12/13/14/15/16/17/ten/eleven/twelve/thirteen/fourteen/fifteen/sixteen/seventeen}, {5th/6th/7th/8th/9th/10th} {grader+/grade girl+/grade boy+}, {${years}} years young, preteen, preteens, pre teen, schoolgirl, schoolgirls, schoolboy,
    schoolboys, little girl, little girls, little boy, little boys, young girl, young girls, young boy, young boys, small child,
    teen, teens, teenage, baby, babies, infant, infants, pubescent, prepubescent, kindergartner,
    minor+, tween+, newborn+, minors, juvenile+, kindergartener+, kindergartners, preschooler+, schoolchild, schoolchildren, school {girl+/boy+/child/children/kid+}, {grade/middle/elementary/primary/junior high/high} {schooler+/school student+/school girl+/school boy+/school kid+/school pupil+},
    highschooler+, {first/second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth/eleventh} {grader+/grade girl+/grade boy+/grade student+}, {girl/boy/cub} scout+, {tiny/small/little/young} {kid+/child/children/daughter/son},
    {${years}} {${spans}/yo/y o/yr old/yrs old/year o}, {${years}} {yo/yr old} {girl/boy}, {${spelledYears}} {${spans}}, {${spelledYears}} and a half years old, {aged/age/age of/aged just/aged only} {${years}/${spelledYears}}, {thirteen/fourteen/fifteen/sixteen/seventeen} year olds,
    {under/below} {18/eighteen/16/sixteen} years, barely {legal looking/pubescent}, {${years}}yo
    | kid, kids, teenager, teenagers, boy, boys, daughter, stepdaughter, son, stepson, niece, nephew, pupil, pupils, loli, lolita,
    youngster+, youth, freshman, toddlerhood, baby faced, student uniform, shota, child like body, childlike body, {looks/looking} {very young/like a child/underage}`,
  "real-person": `my ex, my ex girlfriend, my ex wife, my ex boyfriend, my coworker, my colleague, my classmate, my boss,
    my teacher, my neighbor, my neighbour, my roommate, my sister, my stepsister, my cousin, girl i know, woman i know,
    celebrity, celebrities, famous actress, famous actor, famous singer, pop star, movie star, film star, popstar, actress,
    politician, politicians, president, prime minister, senator, congresswoman, congressman, chancellor, pope,
    first lady, real person, real people, real woman, real girl, influencer, news anchor, news presenter,
    my {mother/mother in law/mom/mum/dad/father/aunt/niece/stepmother/step mother/step sister/sister in law/wife/girlfriend/husband/boyfriend/friend/best friend/friend's wife/friend's sister/friend's mom/brother/colleague's wife/neighbor's wife/neighbour's wife/landlady/doctor/therapist/crush/professor/student/manager/employee/babysitter/flatmate/ex husband/co worker/fiancee},
    {woman/girl/man/person/lady} in {the/this/my} {${picture}}, {uploaded/attached} {woman/girl/person/photo}, {a/the} {mayor/governor/king/queen/prince/princess/minister/ambassador/judge/senator's/president's/chancellor's/prime minister's/politician's} {of/admitting/confessing/accepting/taking}, the {mayor/governor/pope/queen/senator/minister}, vice president, {news/tv} {reader/host}, actresses, singer, senators, mayor,
    bank employee named, ${publicFigures}
    | classmate+, coworker+, colleague+, neighbor, neighbour, commuter, stranger`,
  person: `woman, women, man, men, girl, girls, lady, ladies, guy, guys, female, females, male, males, girlfriend, wife,
    wives, husband, boyfriend, couple, person, people, waifu, model, models, she, he, nurse, maid, teacher, secretary, body,
    girl's, someone, somebody, her, him, lover+, stripper+, dancer+, hostage+, mermaid+, elf`,
  nakedness: `{with/has/have/having} nothing on, {not wearing/without wearing} {anything/a thing/a stitch}, without a stitch on, nude, naked, unclothed, undressed, wearing nothing, without clothes, no clothes, without clothing, bare breasts, bare breasted, topless, clothes removed,
    unclad, disrobed, in the {nude/buff/raw}, {naked/nude} {body/bodies}, nudist, {in/wearing} {her/his/their/only a} birthday suit, {wearing/wears/wore} {nothing/no clothes/nothing at all}, {no/without/without any/without wearing} {clothes/clothing/underwear/pants/panties/bra/shirt and no pants/garments}, {bare/exposed/naked} {breast+/chest/bottom/butt/buttocks/genitals/nipples}, bare bottomed, {no shirt and no pants}, nakedness, {completely/fully/totally/half/semi/partially} {unclothed/undressed/exposed/nude/naked}`,
  "exposing-verb": `undress, undresses, undressing, undressed, strip naked, stripped naked, stripping, strips naked,
    remove the clothes, removing clothes, take off clothes, taking off her clothes, taking off his clothes, lingerie, her underwear,
    disrobe~, unclothe~, strip~ {naked/bare}, {sexy/seductive/suggestive/provocative/erotic} {pose+/outfit+/lingerie}, in {underwear/panties/a thong/a g string}, {remove~} {clothes/clothing}, {take/takes/taking/took} off {the/all/their} {clothes/clothing}
    | {in/wearing} {lingerie/panties}, seductively, provocatively`,
  "deceptive-verb": `{clone~/imitate~/fake~/synthesize~/synthesise~} {the/his/her/their/a} voice, voice clone of, {hoax/bogus/phoney/phony/fake/faked} {image+/picture+/photo+/photograph+/clip+/footage/news footage},
    {fabricated/doctored/forged/manipulated} {image+/picture+/photo+/photograph+/clip+/footage/news footage}, {so/so that} {people/everybody/everyone/they/voters/viewers} {believe/believes/think/thinks} it, fool~ {his/her/the/a} {bank/employer/camera/scanner}, impersonate, impersonates, impersonating, fake interview, fake confession, fake statement, fake speech,
    fake endorsement, fake news photo, fake press photo, fake arrest, fake mugshot, fake scandal, fake video, fake photo, faked photo,
    forged letter, pretend to be, pretending to be, make it look like, make it look real, so people believe, to fool voters,
    to mislead voters, to spread online as real, passed off as real, looks like evidence,
    {fake/faking/fabricate/fabricating/forging/forged} {a/the} {video/photo/screenshot/recording/interview/tweet}, {fake/fabricated/forged/doctored} {video+/photo+/screenshot+/recording+/tweet+/evidence/evidence photo+/news/endorsement+/leak+/quote+},
    {look/looks/looking} like a real {leak/photo/news photo/arrest/video}, {make/makes/making} it {look/seem} {authentic/genuine/real/like evidence/convincing}, so {hr/police/voters/people/everyone/they/the court} {believes/believe/thinks/think}, {impersonate~}, {voice clone/clone the voice/cloned voice} of,
    {face/faces} {on/onto} {this/that/the/another/a} {body/model/actress/actor/performer}, swap~ {his/her/their/the} face, {fool/deceive/trick/mislead} {voters/the public/people/followers/investors}, fake video still
    | passed off as, caught on camera,
    {being/getting/gets} arrested, arrested, in handcuffs, {taking/accepting/takes} {a/the} bribe, bribe, confess~, {confessing/admitting} to, endorse~, endorsing my, admitting theft, stealing money, {realistic/photorealistic} news photo, convincing, asking for donations`,
  hostility: `go back {where/to where} {you/they} came from, {not/are not} welcome, keep out all, deport {every/all}, {should/must} all {go/leave/die}, {forbidden/banned} from, kill all, kill the, gas the, gas all, death to, exterminate, exterminate the, lynch, hang the, burn the, shoot all,
    subhuman, sub human, vermin, are parasites, are animals, are cockroaches, are inferior, are filth, should die, should be killed,
    deserve to die, go back to your country, get rid of all, wipe out all, cleanse,
    {are/is} {vermin/terrorists/rapists/parasites/cockroaches/rats/pigs/apes/monkeys/dogs/subhuman/filth/disease/a plague/scum/savages/criminals/less than human/not human/not people}, all {muslims/jews/arabs/immigrants/refugees/mexicans} are, as {rats/vermin/cockroaches/parasites/apes/monkeys/insects/pigs}, like {vermin/cockroaches/rats/parasites},
    {should/must/need to/ought to/deserve to/have to} {be exterminated/be killed/be gassed/be shot/be hanged/be lynched/be deported/be beaten/be wiped out/be eradicated/be burned/burn/die/hang/be enslaved/be sterilized}, {send/ship/throw/kick} {them/all/all the/the} {back/out/home}, send all, go back {to/home/where}, get out of our country,
    belong in {the kitchen/camps/cages/ovens/chains}, {control/controls/run/runs} the {world/banks/media}, {invade/invading} our, infest~, infestation
    | hate, despise,
    greedy, hooked nose, big nose, invading, send back, should be beaten, inferior`,
  "protected-group": `jews, jewish people, muslims, christians, hindus, sikhs, gays, gay people, lesbians, trans people,
    transgender people, immigrants, migrants, refugees, foreigners, black people, blacks, white people, asians, arabs, mexicans,
    chinese people, indians, africans, roma people, gypsies, women, disabled people, homosexuals,
    jew, muslim, immigrant, refugee, gay man, gay men, lesbian, mexican, arab, black man, black men, black person, black woman, black women, asian, {romani/roma}, migrant, homosexual, transgender, trans {women/men/woman/man}, hispanics, latinos, {the disabled}`,
  making: `how to make, how to build, how to cook, how to assemble, how to synthesize, how to synthesise, how to construct,
    instructions for, instructions to make, recipe for, blueprint for, blueprint of, step by step guide, diagram for building,
    tutorial for making, manual for making,
    {how do i/how can i/how to/steps to/guide to/ways to/teach me to/show me how to} {make/build/cook/assemble/synthesize/construct/create/produce}, wiring diagram, {making/building} a {homemade/improvised}, diy, homemade, {synthesis/synthesize/synthesise} {route/steps/of}, {assembly/step by step} {instructions/diagram/guide}, {diagram/schematic+/blueprint+/plans} {of/for} {a/an}, from fertilizer, from household
    | making, making a, building, building a, manufacture~, assemble~, construct~, diagram, diagram of, schematic, recipe, instructions`,
  weapon: `bomb, bombs, explosive, explosives, grenade, napalm, nerve gas, nerve agent, sarin, ricin, anthrax, methamphetamine,
    meth, crystal meth, heroin, fentanyl, molotov, molotov cocktail, detonator, suicide vest, silencer, ghost gun, poison,
    ied, ieds, explosive device+, {car/nail/dirty/fertilizer/pressure cooker} bomb+, tnt, semtex, thermite, nerve agents, vx gas, mustard gas, chlorine gas, poison gas, crack cocaine, lsd, mdma, auto sear, 3d printed gun`,
  trade: `sell~, selling, sold, for sale, dealer+, smuggle~, trafficking, traffic~, shipping worldwide, price list, buy~, buying, bought, wholesale | order, ordering, deliver~, cheap`,
  drug: `cocaine, heroin, fentanyl, meth, methamphetamine, crystal meth, mdma, ecstasy pills, lsd, ketamine, opioids, oxycodone, crack cocaine`,
  forging: `counterfeit~, forge~, forged, forgery of, forgeries of, fake, falsify~, falsified`,
  document: `passport+, driver's license+, drivers license+, driving licence+, driver licence+, id card+, identity card+, identity document+, birth certificate+, {vaccine/vaccination} {card+/certificate+/passport+}, prescription+, diploma+,
    degree certificate, banknote+, {dollar/euro/pound} {bill+/note+}, {20/50/100} {dollar/euro/pound} {bill+/note+}, currency, visa stamp+, bank statement+, doctor's {note+/prescription+}, social security card+, medical certificate+, {bank/paypal} login page`,
  removal: `remove~, erase~, delete~, crop~ out, get rid of, getting rid of, clean~ off, wipe~ off, paint~ over, photoshop~ out, edit~ out, take out, taking out, clone~ out, scrub~, inpaint~, strip~`,
  watermark: `watermark+, getty logo, shutterstock logo, stock photo logo, copyright notice+, copyright mark+, artist signature, artist's signature`,
  imitation: `counterfeit, counterfeits, knockoff, knockoffs, knock off, bootleg, pirated, replicas of, forged, imitation, {exact/identical/perfect/1 to 1} {copy of/copies of/replica of} | fake, replica`,
  brand: `${famousBrands}, designer {bag+/handbag+/label+/logo+}, brand {logo+/name+}, luxury {watch/watches/bag+/handbag+}`,
  resale: `{to/can/could/will} sell, that sells, for sale on, {unlicensed/unauthorised/unauthorized/unofficial}, without {a/any/the} {licence/license/permission}, for my {shop/store/brand/etsy shop/online shop/market stall}, print on demand, as merchandise, merch`,
  harm: `stab~, strangle~, bludgeon~, disfigure~, maim~, skin~ alive, flay~, lynch~, {beaten/beat/beating} {bloody/to death/to a pulp}, hanged, hung from a {tree/rope/gallows}, {being/getting} {skinned/flayed/tortured/hanged/shot in the head/eaten alive/stabbed/murdered}, {torn/ripped} apart, {shot/shooting} in the {head/face}, {slit/cut/cutting} {throat/throats}, throat cut, murder~, torture~, {eye+/eyes} gouged, gouge~, mutilate~, disembowel~, disembowelling, dismember~, eviscerate~, decapitate~, behead~, impale~, execute~, eating a living | bleeding, corpse+, bloody`,
  art: `painting by, painted by, drawing by, engraving by, etching by, woodcut by, statue+, statuette, marble, bronze, sculpture+, sculpted, fresco+, altarpiece, museum, musee, louvre, uffizi, figure study, figure drawing, life drawing, academic nude, art history, classical nude, modigliani, botticelli, rubens, titian, goya, klimt, schiele, rodin, michelangelo, caravaggio, manet, ingres, bernini, gentileschi, duchamp, renoir, degas, picasso, matisse, velazquez, rembrandt, renaissance painting, anais nin, greek myth, mythology`,
  warning: `awareness, prevention, prevent, how to spot, how to recognise, how to recognize, how to detect, how to report, spot the, beware of, warning about, training slide+, training poster, training material, police leaflet, information leaflet, safety campaign, helpline, a poster against, campaign against, documentary, history of, historical, memorial, museum, news report about, explained for children, textbook, hindu, buddhist, temple`,
};

/** `standin-hate` is as sure as a real term of the category, `standin-weak-hate` as doubtful: for tests and demos. */
function withStandIns(group: Group): [Group, string] {
  const [clear = "", ambiguous = ""] = (written[group] ?? "").split("|");
  return [group, `${clear}, standin-${group} | ${ambiguous}, standin-weak-${group}`];
}

/** Plain English that stands readable here: nothing explicit, and mostly phrases and halves of combinations. */
export const english = writeList("built-in", "en", Object.fromEntries(groups.map(withStandIns)), innocent);
