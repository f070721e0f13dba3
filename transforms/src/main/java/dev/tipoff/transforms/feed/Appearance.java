package dev.tipoff.transforms.feed;

/** Whether a listed player played. */
public enum Appearance {
  /** Was on court. */
  PLAYED,
  /** Dressed and stayed on the bench, or was ruled out after the lists were made. */
  DID_NOT_PLAY,
  /** Not dressed. */
  INACTIVE
}
