// Words as the search keeps and reads them: without capitals, accents and signs.

/** Of a typed text no more words are looked for. */
export const MAX_WORDS = 8;
/**
 * Between the words that mean something, or around them: whom it is for, how it is asked, what kind of street. Left out
 * of a search that has others; so is a small number, as in "12 step".
 */
const LINKING = new Set(
  (
    "a about accept accepted accepts all allow allowed allows am an and any anyone are at ave avenue be been best between blvd " +
    "boulevard boyfriend brother but by call can cant child could dad daughter did do does dont ext extension " +
    "father fax find for friend friendly from get getting girlfriend give gives go going good got great has have he " +
    "hello her hi him his how husband i id if im in into is it its ive just kid know let lets lic licence license " +
    "licensed like live lives living looking loved me mom mother my near need needs no not number of off offer " +
    "offers office on one only open or our out phone please prescribe prescriber prescribes prescription quit rd " +
    "really road she should show sister so some someone son speak speaking speaks st start stay stop street take " +
    "takes taking tel telephone that thats the their them there these they this those to too top try trying up us " +
    "use uses using very want wants was way we what whats when where wheres which who wife will with work works " +
    "would you your " +
    "after again age aged ages along already also although anything because become been before being both " +
    "cannot didnt doesnt during each edad either else etc even ever every everything except few gonna had hasnt havent " +
    "hes however isnt less lot lots many may maybe might more most much must nor once other ours per rather same shall " +
    "shes since something soon still such than then therefore though through toward towards under " +
    "until upon via wanna wasnt whether while whom whose why within without wont wouldnt yes yet " +
    "a acepta aceptan acepte ahora al algo alguien alguna alguno amigo avenida ayudame buena bueno busca buscando " +
    "buscar busco calle cerca como con cual cuales cuando da dan dar de deja dejan dejar del donde e el ella en " +
    "encontrar entrar es esa ese esposa esposo esta estan este estoy ha habla hablan hace hacer hay hermana hermano " +
    "hija hijo hola ir la las le les licencia llamar lo los madre mama mandado mandaron mando mas me mejor mejores " +
    "mi mis muy necesita necesito no nos novia novio num numero o ofrece ofrecen otra otro padre papa para pareja " +
    "permite permiten por porque puede puedo que quien quiere quiero receta recetan recete se ser si solo soy su " +
    "sus tambien telefono tengo tiene tienen toman tome u un una usa usan usar vive vivimos vivo voy y ya " +
    "ademas algun algunos algunas ante antes asi aun aunque bajo cada casi contra cuyo debe debo desde despues durante " +
    "leave leaving left told asked ask kicked discharged dropped thrown terminated expelled fired banned dismissed removed " +
    "another different him wants wanting needed needing somebody somewhere anywhere anybody everyone themselves oneself " +
    "together ex two three four save mine over under old older young younger doing months weeks mos wks wk closed closing shut down stopped prescribing " +
    "uso usando dos tres cuatro empezar dejo dieron hablo recien salio sale cerro cerraron juntos juntas " +
    "come comes coming came switch switching transfer transferring changing feel feeling afraid scared worried " +
    "cousin relative relatives partner spouse gotta lil little send sent thanks thank " +
    "echaron echado corrieron sacaron expulsaron botaron dijeron pidieron dejado salir saquen primo prima marido " +
    "toma tomo hago hacemos menos meses semanas vaya dijo dice said says thinks miedo preocupado preocupada " +
    "conocido familiar sobrino sobrina mismos mismas gracias favor " +
    "ellas ellos entre era eran eres eso esos esas estas estos excepto fue fueron haber haya hasta hemos jamas " +
    "luego mediante mientras mismo misma mucho mucha muchos muchas nada ni ningun ninguna ninguno nosotros nuestra " +
    "nuestro nunca os otras otros pero poco pues quisiera quizas salvo sea segun sera si sido siendo sin sino " +
    "welcome welcomes welcomed welcoming bienvenido bienvenida bienvenidos bienvenidas siempre sobre somos son tal tan tanto te tener todavia todo toda todos todas tras tu tus usted ustedes"
  ).split(" "),
);
const SMALL_NUMBER = /^\d{1,2}$/;

/** "St. John's Child & Family" → st, johns, child, family. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/[\p{M}'’]/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Between two phrases of which either will do. */
const EITHER = new Set(["or", "o", "u"]);

export function isEither(word: string): boolean {
  return EITHER.has(word);
}

const WHICH = new Set(
  "new newer first second last next nuevo nueva nuevos nuevas primer primera segundo segunda ultimo ultima".split(" "),
);

/** Whether a word says which one of what it stands beside: "new clinic". */
export function isWhich(word: string): boolean {
  return WHICH.has(word);
}

/** Whether a word only links others: "near", "con", "my". */
export function isLinking(word: string): boolean {
  return LINKING.has(word) || SMALL_NUMBER.test(word);
}

/** A service among an entry's words, different from words of a name. */
export function serviceWord(code: string): string {
  return `:${code}`;
}

/** A word of `document` in a query of it; `prefix` finds longer words too. */
export function inDocument(word: string, { prefix = false } = {}): string {
  return `'${word.replace(/['\\]/g, "$&$&")}'${prefix ? ":*" : ""}`;
}
