package drydock.sim.network;

import drydock.model.resource.ResourceId;
import drydock.sim.container.Call;
import drydock.sim.container.Outcome;
import drydock.sim.container.Reply;
import drydock.sim.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A request on its way: where it has been, and that it ends once, by an answer or when its sender has waited long
/// enough.
final class Journey {

    private final Engine engine;
    private final RequestLog log;
    private final RequestTrace.Kind kind;
    private final String client;
    private final Call call;
    private final Consumer<Outcome> then;
    private final long number;
    private final Instant began;
    private final List<Hop> hops = new ArrayList<>();
    private Optional<ResourceId> service = Optional.empty();
    private Optional<ResourceId> pod = Optional.empty();
    private String dialled = "";
    private Engine.@Nullable Timer deadline;
    private boolean over;

    Journey(Engine engine, RequestLog log, RequestTrace.Kind kind, String client, Call call, Consumer<Outcome> then) {
        this.engine = engine;
        this.log = log;
        this.kind = kind;
        this.client = client;
        this.call = call;
        this.then = then;
        this.number = log.nextNumber();
        this.began = engine.now();
        log.begin(this);
    }

    boolean isRequest() {
        return kind == RequestTrace.Kind.REQUEST;
    }

    /// Where it has been so far. Its result is that of one that nobody has answered yet.
    RequestTrace soFar() {
        return trace(new RequestResult.TimedOut(Why.of(Why.Code.NO_ANSWER)));
    }

    Call call() {
        return call;
    }

    String dialled() {
        return dialled;
    }

    void dialled(String address) {
        dialled = address;
    }

    void hop(Hop.Kind place, String name, Optional<ResourceId> object) {
        hops.add(new Hop(place, name, object, Duration.between(began, engine.now())));
        if (place == Hop.Kind.SERVICE && service.isEmpty()) {
            service = object;
        }
        if (place == Hop.Kind.POD) {
            pod = object;
        }
    }

    /// Goes on after `delay`, unless it is over then.
    void after(Duration delay, Runnable action) {
        engine.schedule(delay, () -> {
            if (!over) {
                action.run();
            }
        });
    }

    /// Ends when the sender has waited long enough.
    ///
    /// @param connected whether there was a connection
    void wait(boolean connected, RequestResult result) {
        if (over || deadline != null) {
            return;
        }
        Duration left = call.timeout().minus(Duration.between(began, engine.now()));
        deadline = engine.schedule(
                left.isNegative() ? Duration.ZERO : left, () -> end(new Outcome.TimedOut(dialled, connected), result));
    }

    void end(Outcome outcome, RequestResult result) {
        if (over) {
            return;
        }
        over = true;
        if (deadline != null) {
            deadline.cancel();
        }
        log.end(this);
        log.add(trace(result));
        then.accept(outcome);
    }

    /// Ends with the answer of whom it has reached.
    void answered(Reply reply) {
        end(new Outcome.Answered(reply, dialled), new RequestResult.Answered(reply.status()));
    }

    /// Ends: where it has come to nobody takes it.
    void refused(Why why) {
        end(new Outcome.Refused(dialled), new RequestResult.Refused(why));
    }

    /// Ends when the sender has waited long enough: on its way it was lost.
    void lost(Why.Code why, Object... names) {
        wait(false, new RequestResult.TimedOut(Why.of(why, names)));
    }

    /// Ends when the sender has waited long enough: NetworkPolicies do not let it through.
    ///
    /// @param policies which, as text
    void dropped(String policies) {
        wait(false, new RequestResult.Dropped(policies));
    }

    private RequestTrace trace(RequestResult result) {
        Duration took = Duration.between(began, engine.now());
        String target = call.scheme() + "://" + call.site() + (call.port() == 0 ? "" : ":" + call.port())
                + (call.scheme().equals("http") ? call.path() : "");
        return new RequestTrace(number, began, kind, client, target, hops, result, took, service, pod);
    }
}
