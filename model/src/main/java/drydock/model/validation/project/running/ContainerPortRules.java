package drydock.model.validation.project.running;

import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Containers of one Pod share its network: on one port, only the first can listen.
final class ContainerPortRules {

    static final List<Rule> RULES = List.of(Rule.of("PodSpec", ContainerPortRules::check));

    private ContainerPortRules() {}

    private static void check(Visit spec) {
        List<Visit> running = new ArrayList<>(spec.each("containers"));
        spec.each("initContainers").stream()
                .filter(c -> c.text("restartPolicy").orElse("").equals("Always"))
                .forEach(running::add);
        Map<String, String> taken = new HashMap<>();
        for (Visit container : running) {
            String name = container.text("name").orElse("");
            for (Visit port : container.each("ports")) {
                port.number("containerPort").ifPresent(number -> {
                    String protocol = port.text("protocol").orElse("TCP");
                    String other = taken.putIfAbsent(number + "/" + protocol, name);
                    if (other != null) {
                        port.warning(
                                "port-shared",
                                "containerPort",
                                other.equals(name) ? "port-shared.same" : "port-shared",
                                String.valueOf(number),
                                other);
                    }
                });
            }
        }
    }
}
