package drydock.sim.traffic;

import drydock.model.resource.ResourceId;
import drydock.sim.network.Client;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.network.RequestResult;
import drydock.sim.network.RequestTrace;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// Does what `traffic …` asks for, and says what came of it.
public final class Traffic {

    private final ClusterNetwork network;

    public Traffic(ClusterNetwork network) {
        this.network = network;
    }

    /// Does it; `done` gets the exit code, for a single request when it has ended.
    public void run(TrafficCommand command, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        switch (command) {
            case TrafficCommand.Start(var client) -> {
                network.clients().start(client);
                out.accept("client/" + client.name() + " sends " + Rate.text(client.requestsASecond()) + " to "
                        + client.url() + "\n");
                if (!network.clients().canSend(client)) {
                    err.accept("Warning: there is no such Service or Pod now; requests are sent when there is\n");
                }
                done.accept(0);
            }
            case TrafficCommand.Send(var client) -> send(client, out, err, done);
            case TrafficCommand.Stop(var name) -> {
                if (name.isPresent()) {
                    stop(name.get(), out, err, done);
                } else {
                    network.clients().stopAll();
                    done.accept(0);
                }
            }
            case TrafficCommand.Show _ -> {
                out.accept(list());
                done.accept(0);
            }
        }
    }

    private void stop(String name, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        boolean stopped = network.clients().stop(name);
        (stopped ? out : err)
                .accept(stopped ? "client/" + name + " stopped\n" : "error: there is no client \"" + name + "\"\n");
        done.accept(stopped ? 0 : 1);
    }

    private void send(Client client, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        boolean sent = network.clients().sendOnce(client, trace -> {
            boolean good = trace.result().succeeded();
            (good ? out : err).accept(text(trace) + "\n");
            done.accept(good ? 0 : 1);
        });
        if (!sent) {
            err.accept("error: nothing can be sent from there, or to there\n");
            done.accept(1);
        }
    }

    private String list() {
        return network.clients().running().stream()
                .map(client -> client.name() + " " + Rate.text(client.requestsASecond()) + " " + client.url()
                        + client.from()
                                .map(pod -> " from " + pod.namespace() + "/" + pod.name())
                                .orElse("") + "\n")
                .collect(Collectors.joining());
    }

    /// As `200 in 12 ms, by node-1:30000 web:30000 10.244.1.3:80`.
    private static String text(RequestTrace trace) {
        String way = trace.hops().stream().skip(1).map(hop -> hop.name()).collect(Collectors.joining(" "));
        return result(trace.result()) + " in " + trace.took().toMillis() + " ms"
                + trace.pod().map(ResourceId::name).map(pod -> " from " + pod).orElse("")
                + (way.isEmpty() ? "" : ", by " + way);
    }

    private static String result(RequestResult result) {
        return switch (result) {
            case RequestResult.Answered(var status) -> String.valueOf(status);
            case RequestResult.Refused(var why) -> "connection refused (" + why + ")";
            case RequestResult.TimedOut(var why) -> "timed out (" + why + ")";
            case RequestResult.Dropped(var policies) -> "kept back by NetworkPolicy " + policies;
            case RequestResult.Unreachable(var address) -> "no route to " + address;
            case RequestResult.UnknownName(var name) -> "could not resolve host: " + name;
        };
    }
}
