package drydock.app.console;

import drydock.app.session.RunningCommand;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The commands that run on beside the console, by their numbers, as a shell has them.
final class Jobs {

    private final TreeMap<Integer, Job> jobs = new TreeMap<>();

    /// @param line as it was typed, without its `&`
    private record Job(String line, RunningCommand command) {}

    /// The number that the next one gets.
    int nextNumber() {
        return jobs.isEmpty() ? 1 : jobs.lastKey() + 1;
    }

    void add(int number, String line, RunningCommand command) {
        jobs.put(number, new Job(line, command));
    }

    /// It has ended; its line, if it was one of these.
    Optional<String> ended(int number) {
        return Optional.ofNullable(jobs.remove(number)).map(Job::line);
    }

    /// One line for each: `[1]  Running    kubectl get pods -w &`.
    List<String> lines() {
        return jobs.entrySet().stream()
                .map(e -> "[" + e.getKey() + "]  Running    " + e.getValue().line() + " &")
                .toList();
    }

    /// Stops the one called `%1`; false if there is none.
    boolean stop(String name) {
        Optional<Job> job = name.matches("%?\\d{1,6}")
                ? Optional.ofNullable(jobs.get(Integer.parseInt(name.replace("%", ""))))
                : Optional.empty();
        job.ifPresent(one -> one.command().stop());
        return job.isPresent();
    }

    void clear() {
        jobs.clear();
    }
}
