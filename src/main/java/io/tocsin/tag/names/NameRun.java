package io.tocsin.tag.names;

/**
 * A run of capitalised words that may be a name, without the titles before it.
 *
 * @param first index of its first word
 * @param last index of its last word
 * @param units words, hyphenated ones counted once, particles and suffixes not at all
 * @param surname index of the word with which the last unit begins
 * @param surnameEnd index of the word with which the last unit ends, suffixes left out
 * @param opensSentence whether a sentence begins with it, so that its capital says nothing
 * @param titled whether a title stands before it
 * @param speaks whether what follows says that it is a person
 */
record NameRun(
    int first,
    int last,
    int units,
    int surname,
    int surnameEnd,
    boolean opensSentence,
    boolean titled,
    boolean speaks) {}
