package drydock.model.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Fits one term to objects. The better a place says what a user means, the more it counts: a name more than a kind, a
/// kind more than a label, a label more than any other text, a text more than the name of a field.
final class Matcher {

    private static final String NAME = "metadata.name";
    private static final String KIND = "kind";
    private static final String NAMESPACE = "metadata.namespace";

    private final Term term;

    /// The places whose own names fit the term.
    private final Set<Place> places;

    Matcher(Term term, Collection<Place> known) {
        this.term = term;
        this.places = new HashSet<>();
        known.stream().filter(place -> fits(term, place)).forEach(places::add);
    }

    Optional<Match> match(ReadObject object) {
        Optional<Match> meant = switch (term) {
            case Term.Word(String word) -> word(object, word);
            case Term.Label label -> label(object, label);
            case Term.Field field -> field(object, field);
        };
        return meant.or(() -> anywhere(object))
                .or(() -> term instanceof Term.Word ? fieldName(object) : Optional.empty());
    }

    private static boolean fits(Term term, Place place) {
        return switch (term) {
            case Term.Word(String word) -> word.length() > 2 && place.bare().contains(word);
            case Term.Label label -> place.isLabelled(label.key());
            case Term.Field field -> place.isAt(field.path(), field.value().isEmpty());
        };
    }

    private static Optional<Match> word(ReadObject object, String word) {
        int name = wordInName(object, word);
        if (name > 0) {
            return Optional.of(new Match(NAME, object.id().name(), name));
        }
        return kind(object, word).or(() -> begins(NAMESPACE, object.id().namespace(), word, 30, 10));
    }

    private static int wordInName(ReadObject object, String word) {
        String name = object.id().name().toLowerCase(Locale.ROOT);
        int at = name.indexOf(word);
        if (at < 0) {
            return 0;
        }
        if (at == 0) {
            return name.length() == word.length() ? 100 : 90;
        }
        return Character.isLetterOrDigit(name.charAt(at - 1)) ? 70 : 80;
    }

    private static Optional<Match> kind(ReadObject object, String word) {
        int score = word.isEmpty()
                ? 1
                : object.kinds().contains(word)
                        ? 65
                        : word.length() > 1 && object.kinds().stream().anyMatch(kind -> kind.startsWith(word)) ? 45 : 0;
        return score == 0
                ? Optional.empty()
                : Optional.of(new Match(KIND, object.id().kind(), score));
    }

    private static Optional<Match> begins(String path, String value, String word, int score, int moreIfWhole) {
        return value.startsWith(word)
                ? Optional.of(new Match(path, value, value.length() == word.length() ? score + moreIfWhole : score))
                : Optional.empty();
    }

    private Optional<Match> label(ReadObject object, Term.Label wanted) {
        return best(object, value -> {
            boolean fits = places.contains(value.place()) && value.lower().startsWith(wanted.value());
            int whole = value.lower().equals(wanted.value()) ? 10 : 0;
            return !fits
                    ? 0
                    : whole
                            + switch (value.place().role()) {
                                case LABEL -> 60;
                                case TEMPLATE_LABEL -> 45;
                                case SELECTOR -> 35;
                                case IMAGE, OTHER -> 0;
                            };
        });
    }

    private Optional<Match> field(ReadObject object, Term.Field wanted) {
        return switch (wanted.path()) {
            case "kind" -> kind(object, wanted.value());
            case "ns", "namespace" -> begins(NAMESPACE, object.id().namespace(), wanted.value(), 50, 5);
            case "name" -> {
                int score = wordInName(object, wanted.value());
                yield score > 0
                        ? Optional.of(new Match(NAME, object.id().name(), score))
                        : fieldValue(object, wanted.value());
            }
            default -> fieldValue(object, wanted.value());
        };
    }

    private Optional<Match> fieldValue(ReadObject object, String wanted) {
        return best(object, value -> !places.contains(value.place()) ? 0 : score(value.lower(), wanted, 40));
    }

    private static int score(String value, String wanted, int least) {
        int at = value.indexOf(wanted);
        if (at < 0) {
            return 0;
        }
        return at > 0 ? least : value.length() == wanted.length() ? least + 15 : least + 5;
    }

    private Optional<Match> anywhere(ReadObject object) {
        String text = term.text();
        if (!object.all().contains(text)) {
            return Optional.empty();
        }
        return best(
                object,
                value -> score(
                        value.lower(),
                        text,
                        switch (value.place().role()) {
                            case LABEL -> 22;
                            case IMAGE -> 20;
                            case TEMPLATE_LABEL, SELECTOR -> 16;
                            case OTHER -> 10;
                        }));
    }

    private Optional<Match> fieldName(ReadObject object) {
        return places.isEmpty()
                ? Optional.empty()
                : best(object, value -> places.contains(value.place()) ? 5 : 0)
                        .map(match -> new Match(match.path(), "", match.score()));
    }

    private interface Scoring {
        /// How well a value fits; 0 if it does not.
        int of(ReadObject.Value value);
    }

    /// The value that fits best; of equals the first.
    private static Optional<Match> best(ReadObject object, Scoring scoring) {
        Optional<ReadObject.Value> best = Optional.empty();
        int bestScore = 0;
        for (ReadObject.Value value : object.values()) {
            int score = scoring.of(value);
            if (score > bestScore) {
                bestScore = score;
                best = Optional.of(value);
            }
        }
        int score = bestScore;
        return best.map(value -> new Match(value.place().path(), value.text(), score));
    }
}
