package dev.orrery.agent.extractive.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Cover memory, approval and model support for each competitor, in that order. | {"cover":["memory","approval","model support"],"order":["memory","approval","model support"]}
            For every supplier, cover lead times, prices and warranty. | {"cover":["lead times","prices","warranty"]}
            Reports cover licence and hosting. | {"cover":["licence","hosting"]}
            Each report must address safety, then cost and finally staffing. | {"cover":["safety","cost","staffing"],"order":["safety","cost","staffing"]}
            The sections of a report are: opening hours, prices, and access. | {"cover":["opening hours","prices","access"]}
            We look at excess, exclusions and claims for each policy. | {"cover":["excess","exclusions","claims"]}
            Cover, in this order: parking, trams and ferries. | {"cover":["parking","trams","ferries"],"order":["parking","trams","ferries"]}
            Start with durability, followed by price and then delivery. | {"cover":["durability","price","delivery"],"order":["durability","price","delivery"]}
            Include a section on accessibility. | {"cover":["accessibility"]}
            Always cover pricing. | {"cover":["pricing"]}
            Leave out roadmaps. | {"omit":["roadmaps"]}
            Leave out roadmaps. We report what ships, not what has been announced. | {"omit":["roadmaps"]}
            Do not mention prices or discounts in our reports. | {"omit":["prices","discounts"]}
            Rumours are left out. | {"omit":["Rumours"]}
            No roadmaps. | {"omit":["roadmaps"]}
            Reports never cover pending lawsuits. | {"omit":["pending lawsuits"]}
            Leave personal opinions out of every report. | {"omit":["personal opinions"]}
            Open with a summary of at most five lines. | {"summaryLinesMax":5}
            The summary never exceeds 4 lines. | {"summaryLinesMax":4}
            Keep the summary to three lines. | {"summaryLinesMax":3}
            A summary has three to five sentences. | {"summaryLinesMax":5}
            Begin with a six-line summary. | {"summaryLinesMax":6}
            Summary: max. 7 lines. | {"summaryLinesMax":7}
            Write "licence" instead of "license" in headings and in our own sentences. | {"replace":{"from":"license","to":"licence"}}
            Use “customers”, not “clients”. | {"replace":{"from":"clients","to":"customers"}}
            Spell colour, not color. | {"replace":{"from":"color","to":"colour"}}
            Replace "utilise" with "use". | {"replace":{"from":"utilise","to":"use"}}
            Never write "cheap"; write "inexpensive". | {"replace":{"from":"cheap","to":"inexpensive"}}
            Call the section on pricing "Costs". | {"rename":{"from":"pricing","to":"Costs"}}
            Rename the heading "Approval" to "Sign-off". | {"rename":{"from":"Approval","to":"Sign-off"}}
            """)
    void aRuleInPlainWordsHasItsMachineForm(String sentence, String form) {
        assertThat(RuleReader.read(sentence).map(JsonText::print)).contains(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prefer a number to an adjective.",
                "Use the past tense only for what is over.",
                "Quote the source and cite it; a reader must be able to open the page and find the sentence.",
                "If the material says nothing on a topic, say that it says nothing.",
                "Nobody forwards a draft to a customer.",
                "Cover pricing only if the board asks for it.",
                "Use British spelling, not American.",
                "The summary has at least three lines.",
                "Include what you can and say who told you.",
                "Never use the passive voice.",
                "A report of ours is read by people who have ten minutes between two meetings.",
                "The company covers dental care and glasses for all employees who have passed probation and asked.",
                "",
            })
    void aSentenceThatSaysMoreThanTheMachineFormCanHasNone(String sentence) {
        assertThat(RuleReader.read(sentence)).isEmpty();
    }
}
