package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackendBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// `create ingress NAME --rule=host/path=service:port[,tls[=secret]]` (`kubectl/pkg/cmd/create/create_ingress.go`).
final class CreateIngress {

    static final List<Flag> FLAGS = List.of(
            Flag.text("--class"), Flag.text("--rule"), Flag.text("--default-backend"), Flag.text("--annotation"));
    static final String USAGE = "create ingress NAME --rule=host/path=service:port[,tls[=secret]]";

    private static final Pattern RULE =
            Pattern.compile("[^/]*/[^=]*=[A-Za-z0-9-]+:[A-Za-z0-9-]+(,tls(=[A-Za-z0-9.-]+)?)?");

    private CreateIngress() {}

    static HasMetadata of(Invocation command, String name) {
        CommandArguments arguments = command.arguments();
        List<String> rules = arguments.values("--rule");
        Optional<String> otherwise = arguments.flag("--default-backend");
        if (rules.isEmpty() && otherwise.isEmpty()) {
            throw new CommandFailure("error: not enough information provided: every ingress has to either specify a"
                    + " default-backend (which catches all traffic) or a list of rules (which catch specific paths)");
        }
        for (String rule : rules) {
            if (!RULE.matcher(rule).matches()) {
                throw new CommandFailure("error: rule " + rule
                        + " is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]");
            }
        }
        if (otherwise.filter(text -> text.split(":", -1).length != 2).isPresent()) {
            throw new CommandFailure("error: default-backend should be in format servicename:serviceport");
        }
        return new IngressBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .withAnnotations(annotations(arguments.values("--annotation")))
                .endMetadata()
                .withNewSpec()
                .withIngressClassName(arguments.flag("--class").orElse(null))
                .withDefaultBackend(otherwise.map(CreateIngress::backend).orElse(null))
                .withTls(tls(rules))
                .withRules(rules(rules))
                .endSpec()
                .withNewStatus()
                .withNewLoadBalancer()
                .endLoadBalancer()
                .endStatus()
                .build();
    }

    private static Map<String, String> annotations(List<String> texts) {
        Map<String, String> annotations = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new CommandFailure(
                        "error: annotation " + text + " is invalid and should be in format key=[value]");
            }
            annotations.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return annotations;
    }

    /// One for each secret; each host once.
    private static List<IngressTLS> tls(List<String> rules) {
        Map<String, IngressTLS> bySecret = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>();
        for (String rule : rules) {
            int comma = rule.indexOf(',');
            String host = rule.substring(0, rule.indexOf('/'));
            if (comma < 0 || seen.contains(host)) {
                continue;
            }
            seen.add(host);
            int equals = rule.indexOf('=', comma);
            String secret = equals < 0 ? "" : rule.substring(equals + 1);
            if (host.isEmpty() && secret.isEmpty()) {
                continue;
            }
            IngressTLS tls = bySecret.computeIfAbsent(
                    secret, given -> new IngressTLS(new ArrayList<>(), given.isEmpty() ? null : given));
            if (!host.isEmpty()) {
                tls.getHosts().add(host);
            }
        }
        return List.copyOf(bySecret.values());
    }

    private static List<IngressRule> rules(List<String> rules) {
        Map<String, List<HTTPIngressPath>> byHost = new LinkedHashMap<>();
        for (String rule : rules) {
            String text = rule.split(",", -1)[0];
            int slash = text.indexOf('/');
            byHost.computeIfAbsent(text.substring(0, slash), _ -> new ArrayList<>())
                    .add(path(text.substring(slash)));
        }
        List<IngressRule> made = new ArrayList<>();
        byHost.forEach((host, paths) -> made.add(new IngressRuleBuilder()
                .withHost(host.isEmpty() ? null : host)
                .withNewHttp()
                .withPaths(paths)
                .endHttp()
                .build()));
        return made;
    }

    /// A path that ends in `*` is a prefix.
    private static HTTPIngressPath path(String text) {
        String[] parts = text.split("=", 2);
        boolean prefix = parts[0].endsWith("*");
        return new HTTPIngressPathBuilder()
                .withPath(prefix ? parts[0].substring(0, parts[0].length() - 1) : parts[0])
                .withPathType(prefix ? "Prefix" : "Exact")
                .withBackend(backend(parts[1]))
                .build();
    }

    private static IngressBackend backend(String text) {
        String[] parts = text.split(":", 2);
        boolean number = parts[1].matches("\\d{1,9}");
        return new IngressBackendBuilder()
                .withNewService()
                .withName(parts[0])
                .withNewPort()
                .withNumber(number ? Integer.valueOf(parts[1]) : null)
                .withName(number ? null : parts[1])
                .endPort()
                .endService()
                .build();
    }
}
