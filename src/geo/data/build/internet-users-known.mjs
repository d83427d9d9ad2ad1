// What the Factbook's table of internet users needs to be told.

/** Country codes whose top-level domain is another one. */
export const CODE_OF_DOMAIN = { UK: 'GB' }

/** Countries that one profile counts together: it has the figure of all of them under the first. */
export const COUNTED_TOGETHER = [['FR', 'GF', 'GP', 'MQ', 'RE', 'YT']]

/** Figures that cannot be true: 73 % and 75 % of the people where no country around has more than 10 %. */
export const IMPLAUSIBLE = ['MG', 'ML']

/** Countries without a figure that have next to no users: their network is closed. */
export const CLOSED = ['KP']
