package io.tocsin.tag.names;

import java.util.Locale;

/** What a word says about names; each has a resource file of folded words. */
enum WordClass {
  SMALL,
  COMMON,
  CALENDAR,
  MISC,
  PEOPLES,
  GIVEN,
  PARTICLES,
  TITLES,
  ROLES,
  SAYS,
  ORGHEADS,
  ORGSUFFIXES,
  ORGNOUNS,
  ORGVERBS,
  ORGLINKS,
  GOVERNMENT,
  TEAMS,
  MATCHWORDS,
  SPORT,
  COUNTRIES,
  PLACES,
  PLACETYPES,
  PLACENOUNS,
  DIRECTIONS,
  REGIONS,
  INPLACE,
  TOPLACE;

  @SuppressWarnings("EnumOrdinal") // bits live for one process only
  private final int bit = 1 << ordinal();

  /** The bit that stands for the class in a set of classes. */
  int bit() {
    return bit;
  }

  /** Name of the resource beside this class. */
  String file() {
    return name().toLowerCase(Locale.ROOT) + ".txt";
  }
}
