package drydock.sim.kubectl;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.access.Attempt;
import drydock.sim.access.RoleBasedAccess;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `auth can-i`: whether the user may do something, or all that they may (`kubectl/pkg/cmd/auth/cani.go`). In
/// a simulation the user is an administrator, who may do all, and may ask in the name of others.
final class CanIVerb implements Verb {

    private static final Flag QUIET = Flag.onOff("--quiet", 'q');
    private static final Flag SUBRESOURCE = Flag.text("--subresource");
    private static final Flag LIST = Flag.onOff("--list");
    private static final Flag NO_HEADERS = Flag.onOff("--no-headers");
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
        return List.of(Flag.ALL_NAMESPACES, QUIET, SUBRESOURCE, LIST, NO_HEADERS, WhoAmIVerb.AS, WhoAmIVerb.AS_GROUP);
    }

    @Override
    public List<String> usage() {
        return List.of("auth can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL]", "auth can-i --list");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        List<String> words = arguments.words();
        boolean lists = arguments.isOn(LIST.name());
        if (lists && !words.isEmpty()) {
            throw new CommandFailure("error: list option must be specified with no arguments");
        }
        if (!lists && words.size() != 2) {
            throw new CommandFailure("error: you must specify two arguments: verb resource or verb"
                    + " resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.");
        }
        if (!command.cluster().info().simulated()) {
            throw new CommandFailure("error: auth can-i is available for simulated clusters only");
        }
        if (lists) {
            RoleBasedAccess access = new RoleBasedAccess(command.cluster());
            List<String> lines = AccessList.lines(access.rules(WhoAmIVerb.caller(arguments), command.namespace()));
            lines.stream().skip(arguments.isOn(NO_HEADERS.name()) ? 1 : 0).forEach(command::print);
            command.done().accept(0);
            return;
        }
        decide(command, words.getFirst(), words.getLast());
    }

    private static void decide(Invocation command, String verb, String what) {
        CommandArguments arguments = command.arguments();
        Attempt attempt;
        if (what.startsWith("/")) {
            if (arguments.flag(SUBRESOURCE.name()).isPresent()) {
                throw new CommandFailure("error: --subresource can not be used with NonResourceURL");
            }
            warnOfVerb(command, verb, URL_VERBS);
            attempt = new Attempt.OnPath(verb, what);
        } else {
            warnOfResource(command, what.split("/", 2)[0]);
            if (!arguments.isOn("--all-namespaces")) {
                warnOfVerb(command, verb, RESOURCE_VERBS);
            }
            attempt = onResource(command, verb, what);
        }
        RoleBasedAccess.Decision decision =
                new RoleBasedAccess(command.cluster()).decide(WhoAmIVerb.caller(arguments), attempt);
        if (!arguments.isOn(QUIET.name())) {
            String why = decision.allowed() || decision.reason().isEmpty() ? "" : " - " + decision.reason();
            command.print((decision.allowed() ? "yes" : "no") + why);
        }
        command.done().accept(decision.allowed() ? 0 : 1);
    }

    private static Attempt onResource(Invocation command, String verb, String what) {
        String[] parts = what.split("/", 2);
        String[] named = parts[0].toLowerCase(Locale.ROOT).split("\\.", 2);
        Optional<ResourceKind> kind = Kinds.named(parts[0], command.cluster().kinds());
        return new Attempt.OnResource(
                verb,
                kind.map(ResourceKind::group).orElse(named.length > 1 ? named[1] : ""),
                kind.map(ResourceKind::plural).orElse(named[0]),
                command.arguments().flag(SUBRESOURCE.name()).orElse(""),
                command.arguments().isOn("--all-namespaces") ? "" : command.namespace(),
                parts.length > 1 ? parts[1] : "");
    }

    private static void warnOfVerb(Invocation command, String verb, Set<String> known) {
        if (!known.contains(verb)) {
            warn(command, "verb '" + verb + "' is not a known verb");
        }
    }

    private static void warnOfResource(Invocation command, String given) {
        String name = given.toLowerCase(Locale.ROOT);
        Optional<ResourceKind> kind = Kinds.named(name, command.cluster().kinds());
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
