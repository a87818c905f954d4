/** Words of one form that wait, and when they were typed. */
export interface WaitingWords {
  form: string;
  fields: Record<string, string>;
  keptAt: Date;
}

/** Words that a colleague typed on the same page and has not saved. */
export interface ColleagueWords {
  id: string;
  form: string;
  writer: string;
  keptAt: Date;
}
