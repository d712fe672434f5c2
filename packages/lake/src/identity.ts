/** Who asks: a person or a robot, with one role. */
export type Identity = {
  userId: string
  role: string
  /** The digest of the token that said so; absent where the lake itself acts. What hangs on it ends with it. */
  tokenId?: string
}
