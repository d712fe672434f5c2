/** Who asks: a person or a robot, with one role. */
export type Identity = {userId: string; role: string}
