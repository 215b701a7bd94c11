package dev.orrery.agent.extractive.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.language.Tagger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of many fields, made up for this test: which of them can stand alone? */
class JudgeTest {
    private final Judge judge = new Judge(new Tagger());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tarnwick keeps every approval in an append-only ledger for seven years.",
                "A household policy covers water damage up to 12,000 euros per year.",
                "The old town hall was built in 1574 and holds the city's archive.",
                "Night buses run every 20 minutes between midnight and 4 a.m. on weekends.",
                "Staff are entitled to 28 days of paid leave in each calendar year.",
                "The free plan is limited to three workspaces and one gigabyte of storage.",
                "Passengers with a valid tram ticket may change to a ferry without paying again.",
                "Copper Finch is licensed under the Mozilla Public License 2.0.",
                "Claims must be reported within 14 days after the damage was noticed.",
                "Backups are encrypted with AES-256 before they leave the cluster.",
                "Supported formats are Markdown, AsciiDoc and HTML.",
                "If a replica fails, the remaining replicas elect a new leader within two seconds.",
                "Velmora Relay stores messages in memory unless a queue is declared durable.",
                "The museum's collection of clocks, which a watchmaker left to the city, fills three rooms.",
                "Each node sends a heartbeat to the coordinator every five seconds.",
                "Water from the mountain springs supplies about 40 percent of the city."
            })
    void aSentenceThatStandsAloneAndSaysSomethingIsGood(String sentence) {
        Quality quality = judge.judge(sentence, Setting.PLAIN);

        assertThat(quality.score()).as(quality.why()).isGreaterThanOrEqualTo(Quality.GOOD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It also keeps a copy in the second data centre.                     | ANAPHORA
                    This makes the tram the fastest way to the airport.                 | ANAPHORA
                    These limits apply to households with more than five people.        | ANAPHORA
                    However, the premium rises after the second claim in a year.        | CONNECTIVE
                    For example, a broken window is covered when the door was locked.   | CONNECTIVE
                    Because the harbour is shallow, ferries stop two miles outside.     | CONNECTIVE
                    The method returns a list of all approvals for the user.            | BARE_DEFINITE
                    Set the number of replicas to three before you start the cluster.   | INSTRUCTION
                    Write each of the handlers so that they return the total amount.    | INSTRUCTION
                    To raise the limit of your policy, call the office in Aldgate.      | INSTRUCTION
                    Create an account and send the form to the office by Friday.        | INSTRUCTION
                    Never leave the key in the ignition of a parked car.                | INSTRUCTION
                    Nodes that fail during the nightly maintenance of the cluster.      | NO_MAIN_VERB
                    A policy for households which own a boat or a caravan.              | NO_MAIN_VERB
                    For the complete list of covered risks see the appendix.            | POINTER
                    The following countries are part of the travel cover.               | POINTER
                    Which of the museums are open on a public holiday?                  | QUESTION
                    I moved to the quarter because my rent had doubled in a year.       | FIRST_PERSON
                    Ask the guide at desk@museum.example for a key to the tower.        | CONTACT
                    the limit for a single claim is 2,000 euros per household.          | NOT_WHOLE
                    The premium (which is paid monthly is due on the first day.         | UNBALANCED
                    Outside the season, this rule is not applied to foreign visitors.   | UNRESOLVED
                    The tariff {{ tariff.name }} includes two hours of help per month.  | MARKUP
                    Harbour Pass Harbour Pass is a card for all ferries of the bay.     | MARKUP
                    Guidelines for Nordlicht forums and public Nordlicht libraries.     | NO_VERB
                    Answering letters from members, which get sorted in the mail room.  | NO_MAIN_VERB
                    Licensed pilot with night rights, trying to influence traffic.      | NO_MAIN_VERB
                    Newly painted tram lent to clubs (one may ask for several of them). | NO_MAIN_VERB
                    Travel benefits in the form of 60 percent of the fares and fees.    | NO_VERB
                    In the old town, this is decided by the council of the harbour.     | UNRESOLVED
                    The keeper copies the tide tables printed in this tide book.        | UNRESOLVED
                    Based on the letter, Velmora picks a set of tickets for a visitor.  | STRANGE_DEFINITES
                    A TideTableServer defines how to connect to a tide table server.    | TAUTOLOGY
                    TicketPrices defines the prices of the tickets for trams.           | TAUTOLOGY
                    Ultimately, the repair of a clock is paid by its owner.             | CONNECTIVE
                    Nordlicht offers multiple options for boats and cars in the bay.    | VACUOUS
                    """)
    void aSentenceThatLeansOnOthersIsMarkedAndNeverGood(String sentence, Mark flaw) {
        Quality quality = judge.judge(sentence, Setting.PLAIN);

        assertThat(quality.marks()).contains(flaw);
        assertThat(quality.score()).isLessThan(Quality.GOOD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The broker keeps messages until the consumer confirms them.  | Broker
                    The premium depends on the age of the driver.                | Premium and excess
                    """)
    void aHeadingCanSayWhatTheSentenceSpeaksOf(String sentence, String heading) {
        Quality alone = judge.judge(sentence, Setting.PLAIN);
        Quality under = judge.judge(sentence, Setting.PLAIN.under(heading));

        assertThat(under.score()).isGreaterThan(alone.score());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nordlicht insures bicycles at home and abroad.", "Nordlicht pays 80 percent of a repair."})
    void aSentenceThatNamesItsSubjectIsBetterThanOneThatDoesNot(String sentence) {
        Quality named = judge.judge(sentence, Setting.PLAIN.about("Nordlicht"));

        assertThat(named.score())
                .isGreaterThan(judge.judge(sentence, Setting.PLAIN).score());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This 2024 policy of Nordlicht Insurance covers 14 kinds of damage, requires written notice within 7 days"
                        + " and provides 24-hour assistance in Denmark, Sweden and Norway.",
                "However, Nordlicht Insurance requires written notice within 7 days for damage above 2,000 euros."
            })
    void namesAndNumbersDoNotBuyASentenceFree(String sentence) {
        Quality quality = judge.judge(sentence, Setting.PLAIN.about("Nordlicht Insurance"));

        assertThat(quality.score()).isLessThan(Quality.GOOD);
    }

    @Test
    void weIsTheAuthorWhereSomethingIsShownStepByStep() {
        String sentence = "We use a small chart of Tarnwick as the map in our wheelhouse.";

        assertThat(judge.judge(sentence, Setting.PLAIN.under("How to read a chart"))
                        .marks())
                .contains(Mark.FIRST_PERSON);
        assertThat(judge.judge(sentence, Setting.PLAIN.under("Charts")).marks()).doesNotContain(Mark.FIRST_PERSON);
    }
}
