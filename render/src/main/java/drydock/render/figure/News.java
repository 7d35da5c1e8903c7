package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the kubelets' events tell of Pods (pkg/kubelet/events, pkg/kubelet/images/image_manager.go,
/// pkg/kubelet/prober/prober.go).
final class News {

    private static final Pattern CONTAINER = Pattern.compile("\\{([^}]+)}$");
    private static final Pattern PULLING = Pattern.compile("^Pulling image \"([^\"]*)\"");
    private static final String FAILED = "Failed to pull image ";
    private static final Set<String> OF_PULLS = Set.of("Pulling", "Pulled", "Failed", "BackOff");

    /// A probe that last failed longer ago than this passes again: most are tried every ten seconds.
    private static final Duration FRESH = Duration.ofSeconds(11);

    private record Told(String reason, String container, String message, Instant at, int count) {}

    private final Map<ResourceId, List<Told>> told = new HashMap<>();

    private News() {}

    static News of(Iterable<HasMetadata> observed) {
        News news = new News();
        for (HasMetadata object : observed) {
            if (object instanceof Event event) {
                news.take(event);
            }
        }
        return news;
    }

    /// What there is to know of `pod` at `now`.
    PodNews of(ResourceId pod, Instant now) {
        List<Told> all = told.get(pod);
        if (all == null) {
            return PodNews.NONE;
        }
        Map<String, Told> pulls = new HashMap<>();
        Map<String, PodNews.FailedPull> failed = new HashMap<>();
        Set<PodNews.Failing> failing = new HashSet<>();
        for (Told one : all) {
            if (one.message().startsWith(FAILED)) {
                failed.merge(one.container(), new PodNews.FailedPull(one.count(), one.at()), News::both);
            }
            if (OF_PULLS.contains(one.reason())) {
                pulls.merge(one.container(), one, (a, b) -> b.at().isBefore(a.at()) ? a : b);
            } else if (Duration.between(one.at(), now).compareTo(FRESH) <= 0) {
                Probing.Kind.of(one.message())
                        .ifPresent(probe -> failing.add(new PodNews.Failing(one.container(), probe)));
            }
        }
        Map<String, PodNews.Pull> running = new HashMap<>();
        pulls.forEach((container, last) -> pull(last).ifPresent(pull -> running.put(container, pull)));
        failed.keySet().removeAll(running.keySet());
        return new PodNews(running, failed, failing);
    }

    /// Tries that failed in different words are tries all the same.
    private static PodNews.FailedPull both(PodNews.FailedPull one, PodNews.FailedPull other) {
        return new PodNews.FailedPull(
                one.tries() + other.tries(), one.at().isBefore(other.at()) ? other.at() : one.at());
    }

    private static Optional<PodNews.Pull> pull(Told last) {
        Matcher image = PULLING.matcher(last.message());
        return last.reason().equals("Pulling") && image.find()
                ? Optional.of(new PodNews.Pull(image.group(1), last.at()))
                : Optional.empty();
    }

    private void take(Event event) {
        ObjectReference about = event.getInvolvedObject();
        boolean tells = "Unhealthy".equals(event.getReason())
                || (event.getReason() != null && OF_PULLS.contains(event.getReason()));
        if (!tells || about == null || !"Pod".equals(about.getKind()) || about.getFieldPath() == null) {
            return;
        }
        Matcher container = CONTAINER.matcher(about.getFieldPath());
        Optional<Instant> at = Times.instant(
                event.getLastTimestamp() == null
                        ? event.getMetadata().getCreationTimestamp()
                        : event.getLastTimestamp());
        if (container.find() && at.isPresent()) {
            told.computeIfAbsent(
                            ResourceId.of(Kinds.POD, about.getNamespace(), about.getName()), _ -> new ArrayList<>(4))
                    .add(new Told(
                            event.getReason(),
                            container.group(1),
                            event.getMessage() == null ? "" : event.getMessage(),
                            at.get(),
                            event.getCount() == null ? 1 : event.getCount()));
        }
    }
}
