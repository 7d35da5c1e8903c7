package drydock.sim.expect;

import java.util.List;
import java.util.regex.Pattern;

/// Something that can be seen of a cluster, or cannot.
public sealed interface Expectation {

    /// What the last command said has this in it.
    record Output(Pattern text) implements Expectation {}

    /// The last command's exit code.
    record ExitCode(int code) implements Expectation {}

    /// Each of the objects has this in a column of `kubectl get -o wide`.
    record Column(Subject subject, String column, Value value) implements Expectation {}

    /// Each of the objects has this in a field.
    ///
    /// @param path as kubectl's jsonpath, `{.status.phase}`
    record Field(Subject subject, String path, Value value) implements Expectation {}

    /// So many of the objects are there.
    record Count(Subject subject, Value value) implements Expectation {}

    /// Each of the objects has had these in a column, one after the other; others may have been between.
    record Passed(Subject subject, String column, List<Value> values) implements Expectation {

        public Passed {
            values = List.copyOf(values);
        }
    }

    /// These components had a part in what each of the objects is, one after the other; others may have been between.
    record Because(Subject subject, List<String> components) implements Expectation {

        public Because {
            components = List.copyOf(components);
        }
    }

    /// The last request came by these places and ended like this.
    ///
    /// @param way `client`, `service/web`, …; empty for any way
    /// @param result `200`, `refused`, …; empty for any
    record Request(List<String> way, String result) implements Expectation {

        public Request {
            way = List.copyOf(way);
        }
    }

    /// The requests of the last ten seconds to a Service were answered by so many Pods.
    record Reached(String service, String namespace, Value pods) implements Expectation {}

    /// So many percent of the requests of the last ten seconds to a Service succeeded.
    record Succeeded(String service, String namespace, Value percent) implements Expectation {}

    /// The Pod that answered most of the requests of the last ten seconds to a Service answered so many more than the
    /// one, of those that answered any, that answered least.
    record Differed(String service, String namespace, Value difference) implements Expectation {}
}
