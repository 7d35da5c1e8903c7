package drydock.sim.kubectl;

import drydock.model.resource.ResourceKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `api-resources`: the kinds that the cluster serves (`kubectl/pkg/cmd/apiresources/apiresources.go`).
final class ApiResourcesVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.OUTPUT,
                Flag.NO_HEADERS,
                Flag.text("--api-group"),
                new Flag("--namespaced", '\0', Flag.Kind.SWITCH, "true", "true"));
    }

    @Override
    public List<String> usage() {
        return List.of("api-resources");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        if (!arguments.words().isEmpty()) {
            throw new CommandFailure("error: unexpected arguments: [" + String.join(" ", arguments.words())
                    + "]\nSee 'kubectl api-resources -h' for help and examples");
        }
        Optional<String> group = arguments.flag("--api-group");
        boolean byScope = arguments.flag("--namespaced").isPresent();
        List<ResourceKind> kinds = command.cluster().kinds().stream()
                .filter(kind -> group.isEmpty() || group.get().equals(kind.group()))
                .filter(kind -> !byScope || kind.namespaced() == arguments.isOn("--namespaced"))
                .sorted(Comparator.comparing(ResourceKind::group).thenComparing(ResourceKind::plural))
                .toList();
        String output = arguments.flag("--output").orElse("");
        switch (output) {
            case "name" -> kinds.forEach(kind -> command.print(name(kind)));
            case "" ->
                table(kinds).lines(false, !arguments.isOn("--no-headers")).forEach(command::print);
            default -> throw new CommandFailure("error: --output " + output + " is not available");
        }
        command.done().accept(0);
    }

    private static String name(ResourceKind kind) {
        return kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
    }

    private static Table table(List<ResourceKind> kinds) {
        List<List<String>> rows = kinds.stream()
                .map(kind -> List.of(
                        kind.plural(),
                        String.join(",", kind.shortNames()),
                        kind.group().isEmpty() ? kind.version() : kind.group() + "/" + kind.version(),
                        Boolean.toString(kind.namespaced()),
                        kind.kind()))
                .toList();
        List<String> none = kinds.stream().map(_ -> "").toList();
        return new Table(List.of("NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"), rows, none);
    }
}
