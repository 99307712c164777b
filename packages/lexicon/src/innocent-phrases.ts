/** What is meant well though a word of a library stands in it, or it looks like a form of one. By language. */
export const innocentPhrases = {
  en: [
    // Words of their own.
    ..."annal annals bestial bestially bonner bonners fagin pennis rappe rappee rappees rapping scatt bich booner".split(
      " ",
    ),
    ..."cuckoo cuckoos cuckold cuckolds pandick asso assos pissos gorre rrape rappes scatts punaany dickin dickins".split(
      " ",
    ),
    ..."assess blackcock blackcocks pornic".split(" "),
    // Animals, plants, food and things.
    ..."wild ass,asses,cul de sac,cock robin,cock a doodle,weather cock,game cock,cock crow,cock fight,cock pheasant".split(
      ",",
    ),
    ..."spotted dick,dick tracy,moby dick,dick van dyke,philip k dick,great tit,blue tit,coal tit,marsh tit".split(","),
    ..."willow tit,crested tit,tit mouse,tit for tat,long tailed tit,great tits,blue tits,coal tits".split(","),
    ..."pussy willow,pussy willows,pussy cat,pussy foot,pussy riot,puss in boots".split(","),
    ..."oilseed rape,rape field,rape fields,rape flower,rape flowers,rape blossom,rape blossoms,rape seed,rape oil".split(
      ",",
    ),
    ..."rape plant,field of rape,fields of rape,rape of the sabine,rape of the lock,rape of europa".split(","),
    ..."scat singing,scat singer,scat sings,jazz scat,scat vocals,scat cat".split(","),
    ..."crochet hooker,rugby hooker,hooker in a rugby,hooker in a scrum,hooker in the scrum,rug hooker,john lee hooker,joseph hooker,hooker valley,intercourse pennsylvania".split(
      ",",
    ),
    ..."chink of light,chinks of light,chink in the armor,chink in the armour,chink in his armor".split(","),
    ..."van dyke,van dyck,dyke road,flood dyke,dyke in the netherlands,offas dyke,sea dyke".split(","),
    ..."magna cum laude,summa cum laude,cum laude,cum hardy,cum wilton".split(","),
    ..."nipple cactus,grease nipple,pipe nipple,baby bottle nipple,bottle nipple".split(","),
    ..."vibrator for concrete,concrete vibrator,bondage of slaves,escape from bondage".split(","),
    ..."abo blood,blood group abo,abo group,ready aim fire".split(","),
    ..."prick of a needle,prick your finger,spindle prick,prick a finger".split(","),
    ..."sex education,same sex,opposite sex,sex ratio,sex and the city,sex pistols,sex chromosome,of either sex".split(
      ",",
    ),
    ..."sexual reproduction,sexual dimorphism,asexual,sexual health,xxx large,super bowl xxx,size xxx".split(","),
    ..."horny toad,horny toads,horny goat weed,anal fin,anal fins,semen analysis,penis worm,white power supply,white power cord,white power button".split(
      ",",
    ),
    ..."white power ranger,white power lines,topless tower,topless towers,swastika in hindu,hindu swastika".split(","),
    ..."buddhist swastika,flame retardant,fire retardant,fire retard".split(","),
    ..."faggots and peas,faggots and mash,faggots in gravy,pork faggots,fag end,fag ends,fag packet,fag paper".split(
      ",",
    ),
    ..."retarded ignition,retarded timing,ignition retarded,retarded spark,retarded growth,fick und sohn,fick sohn".split(
      ",",
    ),
    ..."sex on the beach,slippery nipple,cock crowing,cock crows,crowing cock,cock a leekie,cock and bull,cock and hen".split(
      ",",
    ),
    ..."bitch nursing,bitch and her puppies,bitch with puppies,brood bitch,lurcher bitch,collie bitch,whelping bitch".split(
      ",",
    ),
    ..."ass in a stable,ass and an ox,ox and an ass,ass and ox,donkey and an ass,ass foal,ass and cart,jack ass penguin".split(
      ",",
    ),
    ..."ball gag reel,dick and jane,dick whittington,dick turpin,mrs dyke,mr dyke,ms dyke,dr dyke,dyke and ditch".split(
      ",",
    ),
    ..."fucking austria,twatt orkney,twatt shetland,dildo newfoundland,dildo harbour,dildo island,dildo run".split(","),
    // Help and protest.
    ..."rape crisis,rape alarm,rape alarms,rape whistle,rape whistles,rape hotline,rape helpline,rape victim support".split(
      ",",
    ),
    ..."rape support,rape prevention,rape awareness,stop rape,end rape,anti rape,against rape".split(","),
    // Places, names and Spanish.
    ..."cumming georgia,cumming ga,town of cumming,city of cumming,alan cumming".split(","),
    ..."wadi fukin,tit mellil,ob paki".split(","),
    ..."rio negro,los negros,el negro,ojos negros,cap negro,palo negro,guerrero negro,cerro negro,monte negro".split(
      ",",
    ),
    ..."blanco y negro,gato negro,perro negro,caballo negro,vestido negro,pelo negro,cabello negro,color negro".split(
      ",",
    ),
    ..."fondo negro,traje negro,en negro,de negro,mole negro,negro spiritual,negro spirituals,negros occidental".split(
      ",",
    ),
    ..."negros oriental,negros island,canada de negros,negro leagues,negro league,ojo negro".split(","),
  ],
  de: [],
  fr: [],
  es: [],
  zh: ["性交流"],
} satisfies Record<string, readonly string[]>;
