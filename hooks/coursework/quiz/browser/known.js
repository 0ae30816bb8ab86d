/** On so many separate days a question was right when it counts as known. Alone here, since every page asks for it. */
export const DAYS_UNTIL_KNOWN = 3
