package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries match, and where. */
class EvaluatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          missile                       ; The Missile flew                       ; Missile
          missil*                       ; missiles and missilery                 ; missiles|missilery
          missil*                       ; a missal                               ; -
          "north korea"                 ; In North Korea and north-korea         ; North Korea|north-korea
          "north korea"                 ; north of korea                         ; -
          "north korea"                 ; It went north. Korea slept.            ; -
          arms AND trade                ; trade in arms                          ; trade|arms
          arms AND trade                ; arms                                   ; -
          arms OR trade                 ; arms                                   ; arms
          arms AND NOT control          ; arms                                   ; arms
          arms AND NOT control          ; arms control                           ; -
          arms NEAR/2 trade             ; trade in arms                          ; trade|arms
          arms NEAR/2 trade             ; trade in small arms                    ; -
          arms NEAR/1 trade             ; arms. Trade                            ; arms|Trade
          arms NEAR/3 arms              ; arms                                   ; -
          arms NEAR/3 arms              ; arms for arms                          ; arms|arms
          "arms trade" NEAR/2 trade     ; arms trade                             ; -
          (arms OR weapon*) NEAR/3 (deal OR sale*) ; weapons and a deal, but there were no arms ; weapons|deal
          arms NEAR/9 trade             ; arms / trade in the summary            ; -
          arms ONEAR/2 trade            ; arms trade, then arms                  ; arms|trade
          arms ONEAR/2 trade            ; trade arms                             ; -
          "arms trade" ONEAR/1 trade    ; arms trade trade                       ; arms trade|trade
          arms ONEAR/2 arms             ; arms or arms                           ; arms|arms
          (arms OR "small arms") NEAR/1 trade ; small arms trade                 ; small arms|arms|trade
          arms SENTENCE trade           ; Arms. A trade in arms                  ; trade|arms
          arms SENTENCE trade           ; Arms. Trade                            ; -
          arms SENTENCE trade SENTENCE ban ; Arms, a trade. Trade, ban, arms     ; Trade|ban|arms
          arms SENTENCE trade           ; arms / trade                           ; -
          "arms trade" SENTENCE arms    ; arms trade                             ; arms|arms trade
          arms PARAGRAPH trade          ; Arms. Trade                            ; Arms|Trade
          arms PARAGRAPH trade          ; Arms.¶Trade                            ; -
          arms PARAGRAPH trade          ; Arms¶and trade                         ; Arms|trade
          arms PARAGRAPH trade          ; Arms¶¶and trade                        ; -
          arms PARAGRAPH trade          ; Trade. Arms.¶More arms. A trade here   ; Trade|Arms|arms|trade
          arms PARAGRAPH trade          ; arms / trade                           ; -
          ATLEAST/2 arms                ; arms                                   ; -
          ATLEAST/2 arms                ; arms / arms                            ; arms|arms
          ATLEAST/2 ("arms trade" OR arms) ; arms trade                          ; -
          ATLEAST/2 ("arms trade" OR arms) ; arms trade arms                     ; arms|arms trade|arms
          ATLEAST/2 "a a"               ; a a a                                  ; -
          ATLEAST/2 "a a"               ; a a a a                                ; a a|a a|a a
          ATLEAST/2 title:arms          ; arms / arms                            ; -
          title:arms                    ; arms / arms                            ; arms
          summary:arms                  ; arms / no                              ; -
          title:(arms AND trade)        ; arms / trade                           ; -
          title:arms AND summary:trade  ; arms / trade                           ; arms|trade
          title:(arms OR trade) AND trade ; arms / trade                         ; arms|trade
          title:(arms AND NOT trade)    ; arms / trade                           ; arms
          title:"small arms"            ; small arms / small arms                ; small arms
          arms NEAR/3 title:trade       ; arms trade / arms trade                ; arms|trade
          title:summary:arms            ; arms / arms                            ; -
          lead:arms                     ; arms / arms                            ; arms
          organi?ation                  ; organisation, organization, organiation ; organisation|organization
          colo*r                        ; color colour colours                   ; color|colour
          "united nation?"              ; United Nations. United nation          ; United Nations
          ="NASA"                       ; Nasa and NASA                          ; NASA
          ="U.S."                       ; us and US and U.S.                     ; US|U.S.
          ="US Navy*"                   ; US Navymen, us Navy                    ; US Navymen
          =Łódź                         ; Lodz and Łódź                          ; Łódź
          ракет*                        ; Ракеты и ракетой                       ; Ракеты|ракетой
          북한*                          ; 북한은                                   ; 북한은
          北朝鮮 SENTENCE ミサイル         ; 北朝鮮がミサイルを。                       ; 北朝鮮|ミサイル
          北朝鮮 SENTENCE ミサイル         ; 北朝鮮は。ミサイルを                       ; -
          arms AND source:one.example   ; arms                                   ; arms
          arms AND source:two.example   ; arms                                   ; -
          arms AND NOT source:two.example ; arms                                 ; arms
          title:(arms AND language:en)  ; arms                                   ; arms
          """)
  void queriesMatchWhereTheirTermsStand(String query, String text, String places) {
    // Given: a slash separates title and summary, a ¶ is a line break
    String[] parts = text.split(" / ", -1);
    Reading reading = reading(parts[0].replace('¶', '\n'), parts.length > 1 ? parts[1] : "");
    Query parsed = QueryParser.parse(query);

    // When
    Evaluator.Verdict verdict = evaluate(parsed, reading);

    // Then
    List<String> surfaces =
        verdict.places().stream()
            .map(
                p -> reading.surface(reading.words().get(p.first()), reading.words().get(p.last())))
            .toList();
    assertThat(verdict.matched()).isEqualTo(!places.equals("-"));
    assertThat(String.join("|", surfaces)).isEqualTo(places.equals("-") ? "" : places);
  }

  @Test
  void aWeightedListNeedsItsThresholdAndCountsATermThreeTimes() {
    // Given
    Query list =
        new Query.Weighted(Map.of(Term.of("sanction*"), 4, Term.of("sanctioned event"), -10), 12);

    // When
    boolean twice = evaluate(list, reading("sanctions and sanctions", "")).matched();
    boolean thrice = evaluate(list, reading("sanctions, sanctions, sanction", "")).matched();
    boolean against =
        evaluate(list, reading("sanctions, sanctions, sanction, a sanctioned event", "")).matched();
    boolean often =
        evaluate(new Query.Weighted(Map.of(Term.of("a"), 4), 13), reading("a a a a a", ""))
            .matched();

    // Then
    assertThat(List.of(twice, thrice, against, often)).containsExactly(false, true, false, false);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nearAgreesWithTryingEveryPair(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      // Given
      Reading reading = reading(randomWords(random), randomWords(random));
      Near near =
          new Near(
              randomSide(random), randomSide(random), 1 + random.nextInt(6), random.nextBoolean());

      // When
      Evaluator.Verdict verdict = evaluate(near, reading);

      // Then
      assertThat(verdict.places())
          .as("seed %s, round %s: %s in %s", seed, round, near, reading.article())
          .containsExactlyElementsOf(everyPair(near, reading));
      assertThat(verdict.matched()).isEqualTo(!verdict.places().isEmpty());
    }
  }

  /** The meaning of NEAR, written down once more in the plainest way. */
  private static Set<Place> everyPair(Near near, Reading reading) {
    Set<Place> places = new TreeSet<>(Place.ORDER);
    for (Place one : everyPlace(near.left(), reading)) {
      for (Place other : everyPlace(near.right(), reading)) {
        Place earlier = one.first() <= other.first() ? one : other;
        Place later = one.first() <= other.first() ? other : one;
        boolean disjoint = earlier.last() < later.first();
        Word end = reading.words().get(earlier.last());
        Word begin = reading.words().get(later.first());
        if (disjoint
            && (!near.ordered() || one.first() < other.first())
            && end.field() == begin.field()
            && later.first() - earlier.last() <= near.distance()) {
          places.add(one);
          places.add(other);
        }
      }
    }
    return places;
  }

  private static List<Place> everyPlace(Query side, Reading reading) {
    List<Place> places = new ArrayList<>();
    for (Term term : side.terms()) {
      for (int i = 0; i + term.words().size() <= reading.words().size(); i++) {
        List<Word> window = reading.words().subList(i, i + term.words().size());
        boolean oneSentence = window.stream().mapToInt(Word::sentence).distinct().count() == 1;
        if (oneSentence && window.stream().map(Word::folded).toList().equals(term.words())) {
          places.add(new Place(i, i + term.words().size() - 1));
        }
      }
    }
    return places;
  }

  private static Query randomSide(Random random) {
    List<Query> side = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      side.add(
          Term.of(random.nextInt(3) == 0 ? letter(random) + " " + letter(random) : letter(random)));
    }
    return side.size() == 1 ? side.get(0) : new Query.Or(side);
  }

  private static String randomWords(Random random) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < random.nextInt(30); i++) {
      words.append(letter(random)).append(random.nextInt(8) == 0 ? "! " : " ");
    }
    return words.toString();
  }

  private static String letter(Random random) {
    return String.valueOf((char) ('A' + random.nextInt(5)));
  }

  private static Evaluator.Verdict evaluate(Query query, Reading reading) {
    return new Evaluator(reading, new Standing(TermIndex.of(query.terms()).find(reading), Map.of()))
        .evaluate(query);
  }

  private static Reading reading(String title, String summary) {
    return Reading.of(
        new Article(
            "a",
            "https://www.one.example/a",
            null,
            title,
            summary,
            null,
            "en-GB",
            null,
            List.of(),
            null,
            null));
  }
}
