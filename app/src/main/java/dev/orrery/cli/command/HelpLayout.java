package dev.orrery.cli.command;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: the same headings everywhere, as wide as documents are, and the overview in chapters. */
final class HelpLayout {
    private static final int WIDTH = 80;
    private static final int NAME_WIDTH = 16;

    private HelpLayout() {}

    static void apply(CommandLine line, boolean outermost) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.width(WIDTH)
                .autoWidth(false)
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading(line.getCommandSpec().positionalParameters().isEmpty() ? "%n" : "")
                .commandListHeading("%n")
                .footerHeading("%nExamples:%n")
                .sortOptions(false)
                .abbreviateSynopsis(true);
        if (usage.footer().length == 0) usage.footerHeading("");
        if (outermost) line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::chapters);
    }

    private static String chapters(Help help) {
        Map<String, Help> commands = help.subcommands();
        return CommandTree.CHAPTERS.stream()
                .map(chapter -> chapter.title() + ":\n"
                        + chapter.commands().stream()
                                .flatMap(name -> Optional.ofNullable(commands.get(name)).stream()
                                        .map(command -> line(name, command)))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** The first sentence of a command's description, up to what a colon explains. */
    private static String line(String name, Help command) {
        String[] description = command.commandSpec().usageMessage().description();
        String first = description.length == 0 ? "" : description[0];
        int colon = first.indexOf(": ");
        return "  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()))
                + (colon < 0 ? first : first.substring(0, colon) + ".") + "\n";
    }
}
