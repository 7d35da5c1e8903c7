package drydock.sim.traffic;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.network.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a line `traffic …` asks for.
public sealed interface TrafficCommand {

    /// What can be asked for, for who asked for something else.
    String USAGE = """
        error: this is no traffic. What there is:
          traffic start NAME TARGET [--rate=N/s|N/m] [--from=[NAMESPACE/]POD] [--timeout=SECONDS]
          traffic send TARGET [--from=[NAMESPACE/]POD] [--timeout=SECONDS]
          traffic stop [NAME] | list
        TARGET is http://HOST[:PORT][/PATH], tcp://HOST:PORT, or service/[NAMESPACE/]NAME[:PORT][/PATH]
        """;

    /// `traffic start NAME TARGET`: a client sends from now on.
    record Start(Client client) implements TrafficCommand {}

    /// `traffic send TARGET`: one request.
    record Send(Client client) implements TrafficCommand {}

    /// `traffic stop NAME`: a client stops; without a name, all do.
    record Stop(Optional<String> name) implements TrafficCommand {}

    /// `traffic list`: who sends is told.
    record Show() implements TrafficCommand {}

    /// What the words after `traffic` ask for; empty if nothing.
    static Optional<TrafficCommand> parse(List<String> words) {
        List<String> plain = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            if (word.startsWith("--")) {
                int equals = word.indexOf('=');
                options.put(word.substring(2, equals < 0 ? word.length() : equals), word.substring(equals + 1));
            } else {
                plain.add(word);
            }
        }
        String verb = plain.isEmpty() ? "" : plain.getFirst();
        return switch (verb + " " + plain.size()) {
            case "start 3" -> client(plain.get(1), plain.get(2), options).map(Start::new);
            case "send 2" ->
                options.containsKey("rate")
                        ? Optional.empty()
                        : client("client", plain.get(1), options).map(Send::new);
            case "stop 1" -> options.isEmpty() ? Optional.of(new Stop(Optional.empty())) : Optional.empty();
            case "stop 2" -> options.isEmpty() ? Optional.of(new Stop(Optional.of(plain.get(1)))) : Optional.empty();
            case "list 1" -> options.isEmpty() ? Optional.of(new Show()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Client> client(String name, String target, Map<String, String> options) {
        Optional<String> url = Target.url(target);
        Optional<Double> rate = Rate.parse(options.getOrDefault("rate", "1/s"));
        String seconds = options.getOrDefault("timeout", "5");
        boolean known = List.of("rate", "from", "timeout").containsAll(options.keySet());
        String from = options.getOrDefault("from", "");
        if (url.isEmpty()
                || rate.isEmpty()
                || !known
                || !seconds.matches("[1-9]\\d{0,3}s?")
                || !from.matches("([a-z0-9.-]+/)?[a-z0-9.-]+|")) {
            return Optional.empty();
        }
        Duration timeout = Duration.ofSeconds(Long.parseLong(seconds.replace("s", "")));
        return Optional.of(new Client(name, pod(from), url.get(), rate.get(), timeout));
    }

    private static Optional<ResourceId> pod(String text) {
        int slash = text.indexOf('/');
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(ResourceId.of(
                        Kinds.POD,
                        slash < 0 ? ResourceId.DEFAULT_NAMESPACE : text.substring(0, slash),
                        text.substring(slash + 1)));
    }
}
