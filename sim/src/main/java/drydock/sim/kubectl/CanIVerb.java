package drydock.sim.kubectl;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `auth can-i`: whether the user may do something (`kubectl/pkg/cmd/auth/cani.go`). In a simulation the user
/// is an administrator, who may do all.
final class CanIVerb implements Verb {

    private static final Flag QUIET = Flag.onOff("--quiet", 'q');
    private static final Flag SUBRESOURCE = Flag.text("--subresource");
    private static final Set<String> RESOURCE_VERBS = Set.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "use",
            "bind",
            "impersonate",
            "*",
            "approve",
            "sign",
            "escalate",
            "attest");
    private static final Set<String> URL_VERBS =
            Set.of("get", "put", "post", "head", "options", "delete", "patch", "*");
    /// Served, though no list of kinds has them.
    private static final Set<String> PEOPLE = Set.of("users", "groups");

    @Override
    public List<Flag> flags() {
        return List.of(Flag.ALL_NAMESPACES, QUIET, SUBRESOURCE);
    }

    @Override
    public List<String> usage() {
        return List.of("auth can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL]");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        List<String> words = arguments.words();
        if (words.size() != 2) {
            throw new CommandFailure("error: you must specify two arguments: verb resource or verb"
                    + " resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.");
        }
        if (!command.cluster().info().simulated()) {
            throw new CommandFailure("error: auth can-i is available for simulated clusters only");
        }
        String verb = words.getFirst();
        String what = words.getLast();
        if (what.startsWith("/")) {
            if (arguments.flag(SUBRESOURCE.name()).isPresent()) {
                throw new CommandFailure("error: --subresource can not be used with NonResourceURL");
            }
            warnOfVerb(command, verb, URL_VERBS);
        } else {
            warnOfResource(command, what.split("/", 2)[0]);
            if (!arguments.isOn("--all-namespaces")) {
                warnOfVerb(command, verb, RESOURCE_VERBS);
            }
        }
        if (!arguments.isOn(QUIET.name())) {
            command.print("yes");
        }
        command.done().accept(0);
    }

    private static void warnOfVerb(Invocation command, String verb, Set<String> known) {
        if (!known.contains(verb)) {
            warn(command, "verb '" + verb + "' is not a known verb");
        }
    }

    private static void warnOfResource(Invocation command, String given) {
        String name = given.toLowerCase(Locale.ROOT);
        Optional<ResourceKind> kind = Kinds.named(name);
        if (kind.isEmpty() && !name.equals("*") && !PEOPLE.contains(name)) {
            String[] parts = name.split("\\.", 2);
            warn(
                    command,
                    "the server doesn't have a resource type '" + parts[0] + "'"
                            + (parts.length > 1 ? " in group '" + parts[1] + "'" : ""));
        }
        if (!command.arguments().isOn("--all-namespaces")) {
            kind.filter(k -> !k.namespaced())
                    .ifPresent(k -> warn(
                            command,
                            "resource '" + k.plural() + "' is not namespace scoped"
                                    + (k.group().isEmpty() ? "" : " in group '" + k.group() + "'")));
        }
    }

    /// Says it with an empty line behind it, as kubectl does.
    private static void warn(Invocation command, String what) {
        command.printError("Warning: " + what + "\n");
    }
}
