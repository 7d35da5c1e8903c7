package drydock.sim.kubectl;

import drydock.sim.kubectl.template.BadTemplateException;
import drydock.sim.kubectl.template.GoTemplate;
import drydock.sim.kubectl.template.JsonPath;
import drydock.sim.kubectl.template.PathTemplate;
import drydock.sim.kubectl.text.GoText;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Objects as `-o` wants them (`cli-runtime/pkg/genericclioptions/print_flags.go`): JSON, YAML, by paths, by
/// a template, in columns of one's own. Tables and names are the commands' own.
final class Printing {

    private static final String ALLOWED =
            "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,"
                    + "jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml";

    private final FileReader files;
    private final String format;
    private final String argument;

    private Printing(FileReader files, String output) {
        int equals = output.indexOf('=');
        this.files = files;
        this.format = equals < 0 ? output : output.substring(0, equals);
        this.argument = equals < 0 ? "" : output.substring(equals + 1);
    }

    /// What `-o output` prints, with its line ends.
    ///
    /// @param single whether one object was asked for by its name, so that it is not in a list
    static String of(Invocation command, String output, List<HasMetadata> objects, boolean single) {
        return new Printing(command.files(), output).print(objects, single, output);
    }

    private String print(List<HasMetadata> objects, boolean single, String output) {
        List<Object> trees = objects.stream().map(Output::tree).toList();
        Object root = single && trees.size() == 1 ? trees.getFirst() : Output.list(trees);
        return switch (format) {
            case "json" -> JsonText.indented(root) + "\n";
            case "yaml" -> YamlText.of(root);
            case "jsonpath" -> paths(template(), root);
            case "jsonpath-file" -> paths(file().stripTrailing(), root);
            case "jsonpath-as-json" -> JsonText.indented(values(template(), root)) + "\n";
            case "go-template", "template" -> goTemplate(template(), root);
            case "go-template-file", "templatefile" -> goTemplate(file(), root);
            case "custom-columns" -> columns(argument, trees);
            case "custom-columns-file" -> columns(fromTwoLines(file()), trees);
            default ->
                throw new CommandFailure("error: unable to match a printer suitable for the output format \"" + output
                        + "\", allowed formats are: " + ALLOWED);
        };
    }

    private String template() {
        if (argument.isEmpty()) {
            throw new CommandFailure("error: template format specified but no template given");
        }
        return argument;
    }

    private String file() {
        try {
            return files.read(template()).values().stream().findFirst().orElse("");
        } catch (IOException missing) {
            throw new CommandFailure("error: error reading --template " + argument + ", open " + argument
                    + ": no such file or directory\n");
        }
    }

    private static String paths(String text, Object root) {
        PathTemplate template;
        try {
            template = PathTemplate.parse(text);
        } catch (BadTemplateException wrong) {
            throw new CommandFailure("error: error parsing jsonpath " + text + ", " + wrong.words());
        }
        try {
            return template.print(root);
        } catch (BadTemplateException wrong) {
            throw executing(text, wrong);
        }
    }

    private static List<Object> values(String text, Object root) {
        try {
            return JsonPath.parse(text).in(root);
        } catch (BadTemplateException wrong) {
            throw executing(text, wrong);
        }
    }

    private static CommandFailure executing(String text, BadTemplateException wrong) {
        return new CommandFailure("error: error executing jsonpath " + JsonText.compact(text)
                + ": Error executing template: " + wrong.words()
                + ". Printing more information for debugging the template:\n\ttemplate was:\n\t\t" + text);
    }

    private static String goTemplate(String text, Object root) {
        try {
            return GoTemplate.print(text, root);
        } catch (BadTemplateException wrong) {
            boolean filling = wrong.words().contains(": executing ");
            throw new CommandFailure(
                    filling
                            ? "error: error executing template " + JsonText.compact(text) + ": " + wrong.words()
                            : "error: error parsing template " + text + ", " + wrong.words());
        }
    }

    /// A file has the headings on its first line and the paths on its second.
    private static String fromTwoLines(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2) {
            throw new CommandFailure("error: Missing <spec-line> in custom columns file");
        }
        List<String> headings = List.of(lines.get(0).strip().split("\\s+"));
        List<String> paths = List.of(lines.get(1).strip().split("\\s+"));
        if (headings.size() != paths.size()) {
            throw new CommandFailure("error: number of titles ([" + String.join(" ", headings) + "]) and specs (["
                    + String.join(" ", paths) + "]) don't match");
        }
        List<String> both = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            both.add(headings.get(i) + ":" + paths.get(i));
        }
        return String.join(",", both);
    }

    /// `NAME:.path,OTHER:.path`
    private static String columns(String specification, List<Object> trees) {
        if (specification.isEmpty()) {
            throw new CommandFailure("error: custom-columns format specified but no custom columns given");
        }
        List<String> headings = new ArrayList<>();
        List<JsonPath> paths = new ArrayList<>();
        for (String column : specification.split(",(?=[^,:\\]]+:)", -1)) {
            int colon = column.indexOf(':');
            if (colon < 0) {
                throw new CommandFailure(
                        "error: unexpected custom-columns spec: " + column + ", expected <header>:<json-path-expr>");
            }
            headings.add(column.substring(0, colon));
            paths.add(path(column.substring(colon + 1)));
        }
        List<List<String>> rows = trees.stream()
                .map(tree -> paths.stream().map(path -> cell(path, tree)).toList())
                .toList();
        List<String> none = trees.stream().map(_ -> "").toList();
        return String.join("\n", new Table(headings, rows, none).lines(false, true)) + "\n";
    }

    private static JsonPath path(String text) {
        try {
            return JsonPath.parse(text);
        } catch (BadTemplateException wrong) {
            throw new CommandFailure("error: " + wrong.words());
        }
    }

    private static String cell(JsonPath path, Object tree) {
        try {
            List<Object> values = path.in(tree);
            return values.isEmpty() ? "<none>" : values.stream().map(GoText::of).collect(Collectors.joining(","));
        } catch (BadTemplateException wrong) {
            throw new CommandFailure("error: " + wrong.words());
        }
    }
}
