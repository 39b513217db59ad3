// The small words by which languages in Latin letters are told apart. Each stands with one language only: words that two
// of them share (`que`, `per`, `die` of Dutch) would say nothing. Danish and Norwegian share nearly all, so neither is here.

const WORDS: { readonly [language: string]: string } = {
  en: 'the of and is that for with this be you it by from are not which will can have when your',
  de: 'der die das und ist nicht ein eine mit dem auf für sich auch werden wird oder zu von wenn im wie kann sind bei aus',
  fr: 'les des est une dans pour pas vous sur avec sont cette qui aux nous être ces peut dont plus comme tout sans leur elle faire',
  es: 'el los las y más está pero cuando hay puede también muy sus según donde hacer esto desde siguiente podemos tiene cada',
  pt: 'não uma são você também isso seu sua pelo pela foi esse essa muito então já há nós às em ao aos ele ela pode podem mesmo nosso nossa',
  it: 'il che della sono gli nel anche più questo questa essere alla delle viene è degli può nella dal dalla perché',
  ca: 'els amb dels aquest aquesta més també però això és són quan fer pel ho',
  nl: 'het een van niet voor zijn dat wordt ook worden deze naar bij aan uit moet',
  sv: 'och att är inte till ett eller från när också måste ska detta',
  fi: 'että ovat myös mutta joka voidaan kuin ole olla sitä tämä kanssa eikä',
  pl: 'się jest że przez oraz dla lub tego można który które są tym być jeśli',
  cs: 'není nebo který která jsou když také při být může pouze lze jste jako',
  hu: 'hogy nem egy vagy kell csak lehet ami ez amely',
  ro: 'și şi este pentru în care sau că sunt poate dacă acest această prin către',
  tr: 've bir bu için ile olarak değil gibi daha olan veya çok kadar şekilde ise',
  vi: 'là và của không được các trong một những này để với cũng khi như',
  id: 'yang untuk dengan dari ini itu pada adalah tidak dapat akan atau juga',
}

/** The language that each of these words belongs to. */
export const LATIN_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([language, words]) =>
    words.split(' ').map((word): [string, string] => [word, language]),
  ),
)
