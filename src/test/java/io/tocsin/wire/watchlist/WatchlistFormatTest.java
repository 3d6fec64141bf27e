package io.tocsin.wire.watchlist;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and in which words: each message names the place and what would be right. */
class WatchlistFormatTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {id: place/a, name: A, alias: [x], aliases: [x]}      | 2:24: place/a: 'alias' is no key of a subject; did you mean 'aliases'?
          {id: place/a, name: A, aliases: [x], zzz: 1}          | 2:38: place/a: 'zzz' is no key of a subject; known are id, name, aliases, names, short, demonyms, contains, groups, wikidata, mediaTopic, query, weights
          {name: A, aliases: [x]}                               | 2:1: a subject needs the key 'id', such as id: person/kim-jong-un
          {id: place/a, aliases: [x]}                           | 2:1: place/a: a subject needs the key 'name', such as name: Kim Jong Un
          {id: place/a, name: A}                                | 2:1: place/a: a subject needs the key 'aliases', such as aliases: [Kim Jong Un]; or give a query or weights
          {id: place/a, name: A, aliases: []}                   | 2:1: place/a: a subject needs the key 'aliases', such as aliases: [Kim Jong Un]; or give a query or weights
          {id: place/a, name: A, aliases: Aye}                  | 2:33: place/a: 'aliases' must be a list, not 'Aye'; write aliases: [Aye]
          {id: place/a, name: [A], aliases: [x]}                | 2:21: place/a: 'name' must be text, not a list
          {id: place/a, name: , aliases: [x]}                   | 2:20: place/a: 'name' has no value; give one or remove it
          {id: place/a, name: "  ", aliases: [x]}               | 2:21: place/a: 'name' is empty; give a text or remove it
          {id: place/a, name: A, aliases: [null]}               | 2:34: place/a: an entry of 'aliases' has no value; give one or remove it, or put it in quotes when the word null is meant
          {id: place/a, name: A, aliases: ["--"]}               | 2:34: place/a: alias '--' has no letter or digit, so that it can never be found
          {id: place/a, name: A, aliases: [{case: exact}]}      | 2:34: place/a: an alias needs the key 'text', such as text: Apple
          {id: place/a, name: A, aliases: [{text: x, case: no}]} | 2:50: place/a: 'case' can only be exact, not 'no'; without the key, upper and lower case are the same
          {id: place/a, name: A, aliases: [{text: x, need: [y]}]} | 2:44: place/a: 'need' is no key of an alias; did you mean 'needs'?
          {id: kim, name: A, aliases: [x]}                      | 2:6: kim: id 'kim' has no kind; write kind/slug such as person/kim-jong-un
          {id: persn/kim, name: A, aliases: [x]}                | 2:6: persn/kim: kind 'persn' of id 'persn/kim' is unknown; did you mean 'person'?
          {id: person/Kim, name: A, aliases: [x]}               | 2:6: person/Kim: the part after the slash of id 'person/Kim' may hold only a-z, 0-9 and '-', 1 to 200 of them
          {id: person/, name: A, aliases: [x]}                  | 2:6: person/: the part after the slash of id 'person/' may hold only a-z, 0-9 and '-', 1 to 200 of them
          {id: place/a, name: A, aliases: [x], query: y}        | 2:1: place/a: a subject has only one of aliases, query and weights, not aliases and query; make two subjects
          {id: place/a, name: A, query: y, short: [z]}          | 2:1: place/a: 'short' and 'demonyms' go with aliases, not with query; remove them
          {id: place/a, name: A, query: y, names: {fr: z}}      | 2:1: place/a: a subject has only one of aliases, query and weights, not aliases and query; make two subjects
          {id: place/a, name: A, names: {}}                     | 2:1: place/a: a subject needs the key 'aliases', such as aliases: [Kim Jong Un]; or give a query or weights
          {id: place/a, name: A, names: [x]}                    | 2:31: place/a: 'names' must be a set of languages with their names, not a list; write names: {ru: Россия, fr: Russie}
          {id: place/a, name: A, names: {jp: x}}                | 2:32: place/a: 'jp' is no language of 'names'; did you mean 'ja'?
          {id: place/a, name: A, names: {russian: x}}           | 2:32: place/a: 'russian' is no language of 'names'; did you mean 'ru'?
          {id: place/a, name: A, names: {rux: x}}               | 2:32: place/a: 'rux' is no language of 'names'; did you mean 'ru'?
          {id: place/a, name: A, names: {q_9: x}}               | 2:32: place/a: 'q_9' is no language of 'names'; write a BCP 47 code such as ru, zh or sr-Latn
          {id: place/a, name: A, names: {ru: []}}               | 2:36: place/a: 'ru' of 'names' has 0 entries; give 1 to 2000 names or remove it
          {id: place/a, name: A, names: {ru: [[x]]}}            | 2:37: place/a: a name under 'ru' must be text, not a list
          {id: place/a, name: A, names: {ru: "--"}}             | 2:36: place/a: alias '--' has no letter or digit, so that it can never be found
          {id: place/a, name: A, names: {ru: {text: x, language: ru}}} | 2:46: place/a: 'language' is no key of an alias; known are text, case, needs, never
          {id: place/a, name: A, aliases: [x], wikidata: 423}   | 2:48: place/a: 'wikidata' must be an item such as Q423, not '423'
          {id: theme/a, name: A, query: xyz, mediaTopic: 11000000} | 2:48: theme/a: 'mediaTopic' must be a code of the IPTC such as medtop:11000000 (politics), not '11000000'
          {id: place/a, name: A, aliases: [x], contains: [place/bb]} | 2:49: place/a: there is no subject 'place/bb'
          {id: place/a, name: A, weights: {terms: {x: 1}}}      | 2:33: place/a: 'weights' needs the key 'threshold', such as threshold: 10
          {id: place/a, name: A, weights: {threshold: 1, terms: {}}} | 2:33: place/a: 'weights' needs the key 'terms', such as terms: {embargo: 5}
          {id: place/a, name: A, weights: {threshold: 1, terms: {x: "2"}}} | 2:59: place/a: the weight of a term must be a whole number without quotes, such as 20, not '2' in quotes
          {id: place/a, name: A, weights: {threshold: 0, terms: {x: 1}}} | 2:45: place/a: 'threshold' must lie between 1 and 1000000, not 0
          {id: place/a, id: place/b, name: A, aliases: [x]}     | 2:15: key 'id' stands twice; the first is in line 2
          place/a                                               | 2:1: a subject must be a set of keys such as {id: place/kp, name: North Korea, aliases: [North Korea]}, not 'place/a'
          """)
  void badSubjectIsRefused(String subject, String message) throws IOException {
    refuses("subjects: [\n" + subject + "]", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {id: r, on: {all: true}}                                           | 2:1: r: a rule needs the key 'when', such as when: {threshold: {window: 30m, measure: voices, atLeast: 20}}
          {id: r, when: {ramp: {window: 1h}}}                                | 2:16: r: condition 'ramp' is not among those this version knows: threshold, spike, match, together, first, newcomer, drop, silence
          {id: r, when: {spike: {window: 1h}}}                               | 2:1: r: a rule needs the key 'on', such as on: {subjects: [place/kp]}, on: {groups: [leaders]} or on: {all: true}
          {id: r, on: {all: true}, when: {spike: {windw: 1h}}}               | 2:41: r: 'windw' is no key of 'spike'; did you mean 'window'?
          {id: r, on: {all: true}, when: {spike: {window: 25h}}}             | 2:49: r: 'window' must be from 1m to 24h, not '25h'
          {id: r, on: {all: true}, when: {spike: {window: 6h, baseline: 41h}}} | 2:63: r: 'baseline' must be from 42h to 35d with a window of 6h, not '41h'
          {id: r, on: {all: true}, when: {spike: {baseline: 36d}}}           | 2:51: r: 'baseline' must be from 1d to 35d with a window of 1h, not '36d'
          {id: r, on: {all: true}, when: {spike: {sensitivity: high}}}       | 2:54: r: 'sensitivity' must be one of relaxed, balanced, sensitive, not 'high'
          {id: r, on: {all: true}, when: {spike: {atLeast: 0}}}              | 2:50: r: 'atLeast' must lie between 1 and 2147483647, not 0
          {id: r, on: {all: true}, when: {spike: {voices: many}}}            | 2:49: r: 'voices' must be a whole number without quotes, such as 20, not 'many'
          {id: r, on: {all: true}, when: {spike: {budget: 2}}}               | 2:49: r: 'budget' must be a number of alerts per hour, day or week, such as 2/day, not '2'
          {id: r, on: {all: true}, when: {first: {within: 36d}}}             | 2:49: r: 'within' must be from 1d to 35d, not '36d'
          {id: r, when: {newcomer: {voices: 1}}}                             | 2:35: r: 'voices' must lie between 2 and 2147483647, not 1
          {id: r, when: {newcomer: {kinds: [persons]}}}                      | 2:35: r: kind 'persons' is not one of names; did you mean 'person'?
          {id: r, on: {all: true}, when: {drop: {percent: 100}}}             | 2:49: r: 'percent' must lie between 1 and 99, not 100
          {id: r, on: {all: true}, when: {silence: {}}}                      | 2:42: r: 'silence' needs the key 'after', such as after: 6h
          {id: r, on: {all: true}, when: {spike: {}}, resolve: {below: 1}}   | 2:54: r: 'resolve' goes with threshold only: the others end by themselves; remove it
          {id: r, when: {}}                                                  | 2:15: r: 'when' must hold exactly one condition, not 0, such as when: {threshold: {window: 30m, measure: voices, atLeast: 20}}
          {id: R 1, when: {match: {query: x}}}                               | 2:6: R 1: id 'R 1' may hold only a-z, 0-9 and '-', 1 to 200 of them
          {id: r, version: 3, when: {match: {query: x}}}                     | 2:9: r: 'version' is no key of a rule; known are id, on, when, severity, rearm, resolve, labels
          {id: r, when: {match: {query: x}}, on: {all: true}}                | 2:1: r: 'on' goes with threshold, spike, first, drop and silence only: the others say themselves what they look at; remove it
          {id: r, when: {match: {query: x}}, resolve: {below: 1}}            | 2:45: r: 'resolve' goes with threshold only: the others end by themselves; remove it
          {id: r, when: {match: {}}}                                         | 2:23: r: 'match' needs the key 'query', such as query: 'missile* NEAR/6 test*'
          {id: r, when: {match: {query: x}}, severity: high}                 | 2:46: r: 'severity' must be one of info, warning, critical, not 'high'
          {id: r, when: {match: {query: x}}, rearm: 1 day}                   | 2:43: r: 'rearm' must be a length of time such as 30m, 1h or 14d, at most 366d, not '1 day'
          {id: r, when: {match: {query: x}}, rearm: 90s}                     | 2:43: r: 'rearm' must be whole minutes, not '90s'
          {id: r, when: {match: {query: x}}, labels: {a-b: c}}               | 2:45: r: label 'a-b' must begin with a letter and hold only letters, digits and '_', at most 100
          {id: r, when: {match: {query: x}}, lables: {a: c}}                 | 2:36: r: 'lables' is no key of a rule; did you mean 'labels'?
          {id: r, when: {threshold: {window: 5m, measure: voices, atLeast: 2}}} | 2:1: r: a rule needs the key 'on', such as on: {subjects: [place/kp]}, on: {groups: [leaders]} or on: {all: true}
          {id: r, on: {groups: []}, when: {threshold: {window: 5m, measure: voices, atLeast: 2}}} | 2:13: r: 'on' names no subject; give subjects, groups, kinds or all: true
          {id: r, on: {names: true}, when: {threshold: {window: 5m, measure: voices, atLeast: 2}}} | 2:14: r: 'names' is no key of 'on'; known are subjects, groups, kinds, all
          {id: r, on: {all: yes}, when: {threshold: {window: 5m, measure: voices, atLeast: 2}}} | 2:19: r: 'all' must be true or false, not 'yes'
          {id: r, on: {kinds: [persons]}, when: {threshold: {window: 5m, measure: voices, atLeast: 2}}} | 2:22: r: kind 'persons' is unknown; did you mean 'person'?
          {id: r, on: {groups: [x]}, when: {threshold: {window: 5m, measure: voices, atLeast: 2}}} | 2:23: r: no subject is in the group 'x'
          {id: r, on: {all: true}, when: {threshold: {measure: voices, atLeast: 2}}} | 2:44: r: 'threshold' needs the key 'window', such as window: 30m
          {id: r, on: {all: true}, when: {threshold: {window: 0m, measure: voices, atLeast: 2}}} | 2:53: r: 'window' must be from 1m to 31d, not '0m'
          {id: r, on: {all: true}, when: {threshold: {window: 5m, measure: share, atLeast: 2}}} | 2:66: r: 'measure' must be one of articles, stories, voices, occurrences, not 'share'
          {id: r, on: {all: true}, when: {threshold: {window: 5m, measure: voices, atLeast: 2.5}}} | 2:83: r: 'atLeast' must be a whole number without quotes, such as 20, not '2.5'
          {id: r, on: {all: true}, when: {threshold: {window: 5m, measure: voices, atLeast: 2}}, resolve: {below: 3}} | 2:105: r: 'below' is 3 but the rule opens at 2; an episode would end as it begins: take 2 or less
          {id: r, when: {together: {subjects: [place/a]}}}                   | 2:26: r: 'together' needs 2 to 20 different subjects, such as subjects: [person/kim-jong-un, place/ru]
          {id: r, when: {together: {subjects: [place/a, place/b], within: word}}} | 2:65: r: 'within' must be one of sentence, article, not 'word'
          {id: r, when: {together: {subjects: [place/a, place/aa]}}}         | 2:47: r: there is no subject 'place/aa'; did you mean 'place/a'?
          """)
  void badRuleIsRefused(String rule, String message) throws IOException {
    refuses("rules: [\n" + rule + "]\nsubjects: [{id: place/a, name: A, aliases: [x]}]", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                            | a.yaml:1:1: holds nothing; is it half-written? A file without entries says 'subjects: []'
          # only a comment              | a.yaml:1:1: holds nothing; is it half-written? A file without entries says 'subjects: []'
          subject: []                   | a.yaml:1:1: 'subject' is no key of a watchlist file; did you mean 'subjects'?
          - a                           | a.yaml:1:1: a file holds 'subjects:' and 'rules:', not a list
          subjects: {a: b}              | a.yaml:1:11: 'subjects' must be a list, not a set of keys; write subjects: [a, b]
          subjects: [{id: place/a, name | a.yaml:1:30: is not YAML: while parsing a flow mapping, expected ',' or '}', but got <stream end>; the file ends here: is it half-written?
          subjects: [name: a: b]        | a.yaml:1:19: is not YAML:
          subjects: [*anchor]           | a.yaml:1:12: references of YAML (*anchor) are refused; put the text in quotes when a star is meant
          subjects: &a []               | a.yaml:1:11: anchors of YAML (&a) are refused; put the text in quotes when an ampersand is meant
          subjects: !!set {a}           | a.yaml:1:11: tags of YAML (tag:yaml.org,2002:set) are refused; put the text in quotes when an exclamation mark is meant
          ? [a]                         | a.yaml:1:3: a key must be a word, not a list
          """)
  void fileThatIsNoWatchlistIsRefused(String text, String message) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
    assertThatThrownBy(() -> WatchlistFolder.read(folder))
        .isInstanceOf(WatchlistException.class)
        .hasMessageContaining(message);
  }

  @Test
  void secondDocumentAndForbiddenCharacterAreNamedByLine() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "subjects: []\n---\nrules: []\n");
    Files.writeString(folder.resolve("b.yaml"), "subjects: []\nru\u0000les: []\n");
    assertThatThrownBy(() -> WatchlistFolder.read(folder))
        .hasMessage(
            "a.yaml:2:1: holds a second document; remove the line '---' or make two files\nb.yaml:2:3: holds the character U+0000, which text cannot hold; remove it");
  }

  @Test
  void aliasBombAndDeepNestingEndAtOnce() throws IOException {
    // Given
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
    }
    Files.writeString(folder.resolve("bomb.yaml"), bomb);
    Files.writeString(folder.resolve("deep.yaml"), "subjects: " + "[".repeat(1_000_000));

    // When, Then
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> WatchlistFolder.read(folder))
                .hasMessageContaining("bomb.yaml:1:5: anchors of YAML (&a0) are refused")
                .hasMessageContaining("deep.yaml:1:31: is nested deeper than 20 levels"));
  }

  private void refuses(String text, String message) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
    assertThatThrownBy(() -> WatchlistFolder.read(folder))
        .hasMessageStartingWith("a.yaml:" + message);
  }
}
