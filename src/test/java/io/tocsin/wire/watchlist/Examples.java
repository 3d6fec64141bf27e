package io.tocsin.wire.watchlist;

/** A watchlist in which every key of the format stands once. */
final class Examples {
  static final String FULL =
      """
      # comments are welcome
      subjects:
        - id: person/jane-roe
          name: Jane Roe
          aliases: [Jane Roe, "Джейн Роу", 罗简]
          short: [Roe]
          groups: [leaders]
        - id: organisation/apple
          name: Apple Inc.
          aliases:
            - Apple Inc
            - {text: Apple, case: exact, needs: [iPhone, "Tim Cook"], never: [pie, "Big Apple"]}
        - id: place/xx
          name: Exia
          aliases: [Exia]
          names: {ru: [Эксия, {text: ЭКС, case: exact, never: [курс]}], fr: Éxie, SR-latn: Eksija}
          demonyms: [Exian]
          contains: [place/xx-capital]
          wikidata: Q42
        - {id: place/xx-capital, name: Exville, aliases: [Exville]}
        - id: theme/arms
          name: Arms trade
          mediaTopic: medtop:16000000
          query: '(arms OR weapon*) NEAR/6 (trade OR sale*)'
        - id: theme/embargo
          name: Embargo
          weights: {threshold: 10, terms: {"sanction*": 4, asset freeze: 5, "sanctioned event": -10}}
      rules:
        - id: volume
          on: {subjects: [theme/embargo], groups: [leaders], kinds: [place]}
          when: {threshold: {window: 30m, measure: voices, atLeast: 20, for: 5m}}
          severity: info
          rearm: 12h
          resolve: {below: 10, hold: 30m}
          labels: {team: policy}
        - id: meeting
          when: {together: {subjects: [person/jane-roe, place/xx], within: sentence}}
        - id: arms-match
          when: {match: {query: missile* AND test*}}
          severity: critical
      """;

  private Examples() {}
}
