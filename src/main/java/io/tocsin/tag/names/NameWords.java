package io.tocsin.tag.names;

import java.util.Arrays;
import java.util.Set;

/** The words that speak for and against a person's name, folded. */
final class NameWords {
  /** Stand before a name and are no part of it. */
  static final Set<String> TITLES =
      words(
          """
          mr mrs ms miss dr prof professor president chancellor premier minister secretary king queen prince princess
          emperor sheikh pope cardinal archbishop bishop rabbi imam ayatollah pastor reverend father sir lord lady dame baron
          general gen colonel col major maj captain capt lieutenant lt sergeant sgt commander admiral adm marshal brigadier
          corporal private officer detective inspector sheriff senator sen representative rep congressman congresswoman governor
          gov mayor ambassador envoy delegate lawmaker judge justice attorney lawyer prosecutor chairman chairwoman chair chief
          ceo cfo coach director manager editor reporter correspondent journalist columnist author actor actress singer
          comedian analyst economist historian scientist researcher expert activist dissident founder leader spokesman
          spokeswoman spokesperson commissioner deputy vice acting former ex candidate nominee economist novelist poet
          striker midfielder defender goalkeeper quarterback defense defence foreign prime interior finance economy justice
          health education energy trade agriculture labor labour transport state treasury executive general
          special counsel assistant chancellor mister speaker associate
          herr frau minister präsident kanzler kanzlerin professorin sprecher sprecherin señor señora presidente ministro
          ministra monsieur madame président ministre
          """);

  /** Stand after a name, in the same sentence. */
  static final Set<String> SAYING =
      words(
          """
          said says told tells added adds noted notes argued argues wrote writes warned warns announced announces explained
          explains insisted insists acknowledged acknowledges testified tweeted sagte sagt erklärte dijo declaró déclaré
          spokesman spokeswoman spokesperson
          """);

  /** Begin an apposition after a name and a comma. */
  static final Set<String> APPOSITION =
      words("a an the who whose chief head president professor director minister former");

  /** Lower-case words within a name. */
  static final Set<String> PARTICLES =
      words(
          "de da do dos das del della di du la le van von der den ter ten bin ibn bint al el ul y zu zur abu");

  /** Come after a name and belong to it. */
  static final Set<String> SUFFIXES = words("jr sr ii iii iv");

  /** At the head of a run they are no part of a name: sentences begin with them. */
  static final Set<String> OPENERS =
      words(
          """
          the a an and or but if when while where why how what who which that this these those there here then thus so
          as at by for from in into of off on onto over to under up with without within after before since until during about
          against among between through despite because although though unless once also even just still yet not no now
          he she it they we you i his her its their our my your him them us me
          is are was were be been being has have had do does did will would can could may might must shall should
          all any both each every few many more most much other others some such same several first last next one two three
          four five six seven eight nine ten another meanwhile however moreover furthermore additionally instead perhaps
          according asked earlier later today yesterday tomorrow tonight let like only our out see said than too very well
          der die das ein eine und aber im am el los las una pero les des une dans et mais
          """);

  /**
   * With one of them anywhere the run is no person: time, peoples, places, organisations, things
   * with capitals.
   */
  static final Set<String> NOT_PERSONS =
      words(
          """
          monday tuesday wednesday thursday friday saturday sunday january february march april june july august
          september october november december christmas easter ramadan
          american british french german russian chinese japanese korean indian iranian israeli palestinian ukrainian european
          african asian arab italian spanish turkish syrian iraqi afghan pakistani canadian mexican australian brazilian
          egyptian saudi polish greek dutch swedish irish scottish english western eastern northern southern islamic
          christian muslim jewish catholic democrat democrats democratic republican republicans communist
          north south east west new central united san santa los las fort lake mount port cape saint st hong
          war wars council resolution resolutions nations union states kingdom republic federation commission committee
          congress senate house parliament assembly court supreme security ministry department agency bureau office
          authority administration government party front movement army navy force forces guard guards police corps brigade
          bank fund group company corp inc co ltd holdings partners capital university college school institute academy hospital
          center centre museum library church mosque temple foundation association society organization organisation league
          team club cup games olympics olympic series award awards prize festival street avenue road square park bridge
          airport station river sea ocean island islands bay gulf valley mountain mountains desert county city town district
          province region beach hill hills tower hotel stadium
          times post journal news tribune herald daily press radio television tv network magazine today
          act law bill treaty agreement accord deal pact plan program programme project initiative summit conference
          day week year century age era street journal home page facebook twitter google youtube instagram microsoft
          amazon internet web online read click copyright getty images photo
          """);

  /**
   * Given names that are common in the news; one of them at the head of a run makes a person
   * likely.
   */
  static final Set<String> GIVEN =
      words(
          """
          aaron abdul abdullah adam ahmad ahmed alan albert alex alexander alexei ali alice amanda amir amy ana anders andrea andreas
          andrew andrey andy angela anna anne anthony antonio arthur barbara ben benjamin bernard betty bill bob boris brandon brian
          bruce carl carla carlos carol caroline catherine charles chris christian christine christopher claire claudia daniel
          dave david deborah dennis diana diane dmitri dmitry donald donna dorothy doug douglas edward elena elizabeth emily emma
          eric erik eva evan fatima felix fernando frank francis francisco fred gary george gerald giovanni greg gregory hans
          harold harry hassan heather helen henry hugo hussein ian igor irina isabel ivan jack jacob jacques james jan jane janet
          jason javier jean jeff jeffrey jennifer jeremy jerry jessica jim jimmy joan joe john jonathan jorge jose joseph joshua juan
          judith julia julie karen karim karl kate katherine keith kelly ken kenneth kevin khaled kim klaus larry laura lauren
          lee leila leo leonard linda lisa louis lucas luis luke mahmoud marc marco margaret maria marie mario mark martha martin
          mary matt matthew maya melissa michael michel michelle miguel mike mohamed mohammad mohammed muhammad mustafa nancy
          natalia nathan nicholas nick nicole nikolai oleg oliver olga omar oscar pamela patricia patrick paul pavel pedro peter
          philip pierre rachel ralph ray raymond rebecca ricardo richard rick robert roberto roger ron ronald rose roy russell
          ruth ryan sam samantha samuel sandra sara sarah scott sean sergei sergey sharon simon sofia sophie stefan stephanie
          stephen steve steven stuart susan suzanne sylvia ted teresa terry theresa thomas tim timothy tina todd tom tony tyler
          victor victoria viktor vincent vladimir walter wayne wendy will william wolfgang yousef yuri zachary
          """);

  private NameWords() {}

  private static Set<String> words(String list) {
    // Some words are in two lines of a list; a set of distinct ones is what counts.
    return Set.copyOf(Arrays.asList(list.strip().split("\\s+")));
  }
}
