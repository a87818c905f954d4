/** The states, the district and the territories that the directory covers, as the Postal Service abbreviates them. */
const NAMES =
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware," +
  "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas," +
  "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi," +
  "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York," +
  "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island," +
  "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington," +
  "WV West Virginia,WI Wisconsin,WY Wyoming,AS American Samoa,GU Guam,MP Northern Mariana Islands,PR Puerto Rico," +
  "VI Virgin Islands,FM Federated States of Micronesia,MH Marshall Islands,PW Palau";
const BY_WORD = new Map(
  NAMES.split(",").flatMap((each) => {
    const [code, name] = [each.slice(0, 2), each.slice(3)];
    return [
      [code.toLowerCase(), code],
      [name.toLowerCase(), code],
    ];
  }),
);

/** "CA" of "CA", "ca" and "California"; null for any other word, such as "Calif.". */
export function readState(text: string): string | null {
  return BY_WORD.get(text.trim().toLowerCase()) ?? null;
}
