package drydock.model.validation.project.running;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Init containers that never end, so that the Pod's containers never start.
///
/// Told only where it is certain: a server's image without a command, a command that lasts for ever, or a loop that
/// waits for the name of a Service that is not there.
final class EndlessRules {

    static final List<Rule> RULES = List.of(new Rule.OfProject(view -> view.workloads().stream()
            .forEach(workload -> workload.containers().stream()
                    .filter(Workload.Part::initial)
                    .forEach(part -> check(view, workload, part)))));

    /// Official images whose own command is a server.
    private static final Set<String> SERVERS = Set.of(
            "nginx",
            "httpd",
            "caddy",
            "haproxy",
            "traefik",
            "redis",
            "memcached",
            "postgres",
            "mysql",
            "mariadb",
            "mongo",
            "rabbitmq",
            "tomcat",
            "registry",
            "nats",
            "etcd",
            "pause");

    private static final Pattern FOR_EVER = Pattern.compile(
            "(^|[;&|\\s])(sleep\\s+(infinity|inf)|tail\\s+(-\\S+\\s+)*-[fF]\\b.*|while\\s+(true|:)\\s*;\\s*do\\s+sleep\\s+\\S+\\s*;\\s*done)");

    /// A loop with a name in it that is looked up or called.
    private static final Pattern WAITING = Pattern.compile(
            "\\b(?:until|while\\s+!)\\s.*?\\b(?:nslookup|nc(?:\\s+-\\S+)*|getent\\s+hosts|ping(?:\\s+-c\\s*\\d+)?|"
                    + "(?:wget|curl)[^;|&]*?https?://)\\s*([a-z][a-z0-9-]*)"
                    + "(\\.([a-z][a-z0-9-]*)\\.svc\\S*|\\.\\$\\(|\\.\\$\\{?|(?=[\\s;:/]|$))");

    private EndlessRules() {}

    private static void check(ProjectView view, Workload workload, Workload.Part part) {
        Container container = part.container();
        List<String> words = new ArrayList<>(ProjectView.each(container.getCommand()));
        words.addAll(ProjectView.each(container.getArgs()));
        String text = String.join(" ", words);
        String field = ProjectView.each(container.getCommand()).isEmpty() ? "args" : "command";
        if (words.isEmpty() && SERVERS.contains(image(container))) {
            tell(view, workload, part.path().key("image"), "endless-init.server", container.getImage());
        } else if (FOR_EVER.matcher(text).find() && !text.contains("timeout") && !text.contains("break")) {
            tell(view, workload, part.path().key(field), "endless-init", container.getName());
        } else {
            missing(view, workload, text)
                    .ifPresent(service ->
                            tell(view, workload, part.path().key(field), "endless-init.waiting", service.name()));
        }
    }

    private static void tell(ProjectView view, Workload workload, FieldPath path, String key, String argument) {
        view.tell("endless-init", Severity.WARNING, workload.id(), path, key, argument);
    }

    /// The last part of an image's name, without its tag: `10.0.0.101:5000/nginx:1.14` is `nginx`.
    private static String image(Container container) {
        String image = container.getImage() == null ? "" : container.getImage();
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.split("[:@]", 2)[0];
    }

    /// The Service that a loop waits for and that is not in the project, whose other Services are.
    private static Optional<ResourceId> missing(ProjectView view, Workload workload, String text) {
        Matcher waiting = WAITING.matcher(text);
        if (!waiting.find() || view.hasCustomObjects(workload.id().namespace())) {
            return Optional.empty();
        }
        String named = waiting.group(3);
        String namespace = named == null ? workload.id().namespace() : named;
        ResourceId service = ResourceId.of(Kinds.SERVICE, namespace, waiting.group(1));
        boolean isOutside = named != null && !named.equals(workload.id().namespace());
        boolean isItself = waiting.group(1).equals("localhost");
        return isOutside || isItself || view.knows(service) ? Optional.empty() : Optional.of(service);
    }
}
